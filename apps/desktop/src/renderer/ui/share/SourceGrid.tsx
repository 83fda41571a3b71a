import { useId } from "react";
import type { ShareSource } from "../../../shared/sharing";
import { useApp } from "../appContext";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import { SourceCard } from "./SourceCard";
import styles from "./SharePicker.module.css";
import { useGridFocus } from "./useGridFocus";

interface SourceGridProps {
  kind: ShareSource["kind"];
  sources: readonly ShareSource[];
  selectedId: string | null;
}

/** Radio buttons with pictures: arrow keys move, Enter shares. */
export function SourceGrid({ kind, sources, selectedId }: SourceGridProps) {
  const { intents } = useApp();
  const group = useId();
  const grid = useGridFocus(sources, intents.pickSource);
  return (
    <fieldset className={styles.sources}>
      <legend className={text.hidden}>{kind === "window" ? t.sharing.windows : t.sharing.screens}</legend>
      <div {...grid} className={classNames(styles.grid, sources.length <= 2 && styles.few)} data-sources={kind}>
        {sources.map((source) => (
          <SourceCard
            key={source.id}
            source={source}
            group={group}
            chosen={source.id === selectedId}
            onPick={intents.pickSource}
            onConfirm={intents.confirmShare}
          />
        ))}
      </div>
    </fieldset>
  );
}
