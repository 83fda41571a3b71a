import type { RefObject } from "react";
import { useApp } from "../appContext";
import { usePicker } from "../hooks/stores";
import { Button } from "../kit/Button";
import { SegmentedControl } from "../kit/SegmentedControl";
import { t } from "../strings/strings";
import styles from "./SharePicker.module.css";
import { SourceSearch } from "./SourceSearch";

interface PickerTopProps {
  query: string;
  field: RefObject<HTMLInputElement | null>;
  onQuery: (query: string) => void;
  onEnter: () => void;
}

/** What narrows the choice: windows or screens, and the search. Where the system's dialog chose, the way back to it. */
export function PickerTop(search: PickerTopProps) {
  const { intents } = useApp();
  const { kind, pickedOutside, sources } = usePicker((picker) => picker);
  if (pickedOutside) {
    return (
      sources.length > 0 && (
        <div className={styles.top}>
          <Button onClick={intents.lookAgain}>{t.sharing.chooseAgain}</Button>
        </div>
      )
    );
  }
  return (
    <div className={styles.top}>
      <SegmentedControl
        legend={t.sharing.kind}
        value={kind}
        options={[
          { value: "window", label: t.sharing.windows },
          { value: "screen", label: t.sharing.screens },
        ]}
        onChange={intents.showSources}
      />
      <SourceSearch kind={kind} {...search} />
    </div>
  );
}
