import { type FormEvent, useCallback, useId, useRef, useState } from "react";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import { ChosenSource } from "./ChosenSource";
import { NoSources } from "./NoSources";
import { PickerTop } from "./PickerTop";
import styles from "./SharePicker.module.css";
import { SoundChoice } from "./SoundChoice";
import { matchingSources } from "./sourceFilter";
import { SourceGrid } from "./SourceGrid";
import { enterSources } from "./useGridFocus";
import { usePickerKeys } from "./usePickerKeys";

/** What may be shown to the peer: one window or one screen, and which sound goes with it. */
export function SharePicker() {
  const { intents } = useApp();
  const { sources, selectedId, kind, purpose, pickedOutside } = usePicker((picker) => picker);
  const [query, setQuery] = useState("");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const clear = useCallback(() => setQuery(""), []);
  usePickerKeys({ form, field, query, onClear: clear });

  const shown = matchingSources(pickedOutside ? sources : sources.filter((source) => source.kind === kind), query);
  // What is not in sight is not shared.
  const chosen = shown.find((source) => source.id === selectedId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) intents.confirmShare();
  };
  const words = t.sharing.purposes[purpose];
  const footer = (
    <>
      <ChosenSource source={chosen} />
      <Button onClick={intents.cancelPicker}>{t.actions.cancel}</Button>
      <Button type="submit" form={id} tone="primary" disabled={!chosen}>
        {words.confirm}
      </Button>
    </>
  );
  return (
    <Dialog
      title={words.title}
      description={words.why}
      size="large"
      onClose={intents.cancelPicker}
      className={styles.dialog}
      footer={footer}
    >
      <form id={id} ref={form} className={styles.form} onSubmit={submit}>
        <PickerTop query={query} field={field} onQuery={setQuery} onEnter={() => enterSources(form.current)} />
        {shown.length > 0 ? (
          <SourceGrid key={kind} kind={kind} sources={shown} selectedId={selectedId} />
        ) : (
          <NoSources query={query} />
        )}
        <p className={text.hidden} role="status">
          {query && t.sharing.found(shown.length)}
        </p>
        <SoundChoice source={chosen} />
      </form>
    </Dialog>
  );
}
