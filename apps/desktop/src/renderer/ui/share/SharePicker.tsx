import { type FormEvent, useId } from "react";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { SegmentedControl } from "../kit/SegmentedControl";
import { t } from "../strings/strings";
import styles from "./SharePicker.module.css";
import { SoundChoice } from "./SoundChoice";
import { SourceGrid } from "./SourceGrid";

/** What may be shown to the peer: one window or one screen, and which sound goes with it. */
export function SharePicker() {
  const { intents } = useApp();
  const { sources, selectedId, loading, kind, purpose } = usePicker((picker) => picker);
  const switching = purpose === "switch";
  const form = useId();
  const chosen = sources.find((source) => source.id === selectedId);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen) intents.confirmShare();
  };
  const footer = (
    <>
      <p className={styles.chosen}>{chosen ? t.sharing.chosen(chosen.title) : t.sharing.nothingChosen}</p>
      <Button onClick={intents.cancelPicker}>{t.actions.cancel}</Button>
      <Button type="submit" form={form} tone="primary" disabled={!chosen}>
        {switching ? t.shareControl.switch : t.sharing.share}
      </Button>
    </>
  );
  return (
    <Dialog
      title={switching ? t.shareControl.switchTitle : t.sharing.title}
      description={switching ? t.shareControl.switchWhy : t.sharing.why}
      size="large"
      onClose={intents.cancelPicker}
      className={styles.dialog}
      footer={footer}
    >
      <form id={form} className={styles.form} onSubmit={submit}>
        <SegmentedControl
          legend={t.sharing.kind}
          value={kind}
          options={[
            { value: "window", label: t.sharing.windows },
            { value: "screen", label: t.sharing.screens },
          ]}
          onChange={intents.showSources}
        />
        <SourceGrid
          kind={kind}
          loading={loading}
          selectedId={selectedId}
          sources={sources.filter((source) => source.kind === kind)}
        />
        <SoundChoice />
      </form>
    </Dialog>
  );
}
