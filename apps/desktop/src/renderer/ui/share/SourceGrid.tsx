import { AppWindow, Monitor } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import type { ShareSource } from "../../../shared/sharing";
import { useApp } from "../appContext";
import { useDelayed } from "../hooks/useDelayed";
import { classNames } from "../kit/classNames";
import { EmptyState } from "../kit/EmptyState";
import { Spinner } from "../kit/Spinner";
import { t } from "../strings/strings";
import text from "../styles/text.module.css";
import styles from "./SharePicker.module.css";

interface SourceCardProps {
  source: ShareSource;
  group: string;
  chosen: boolean;
}

function SourceCard({ source, group, chosen }: SourceCardProps) {
  const { intents } = useApp();
  const Fallback = source.kind === "screen" ? Monitor : AppWindow;
  return (
    <label className={classNames(styles.source, chosen && styles.selected)}>
      <input
        type="radio"
        className={styles.radio}
        name={group}
        value={source.id}
        checked={chosen}
        onChange={() => intents.pickSource(source.id)}
        onDoubleClick={intents.confirmShare}
      />
      <span className={styles.thumbnail}>
        {source.thumbnail ? <img src={source.thumbnail} alt="" /> : <Fallback size={32} aria-hidden="true" />}
      </span>
      <span className={styles.title}>
        {source.appIcon ? (
          <img src={source.appIcon} alt="" width={18} height={18} />
        ) : (
          <Fallback size={16} aria-hidden="true" />
        )}
        <span className={styles.titleWords}>{source.title}</span>
      </span>
    </label>
  );
}

interface SourceGridProps {
  kind: ShareSource["kind"];
  loading: boolean;
  sources: readonly ShareSource[];
  selectedId: string | null;
}

/** Radio buttons with pictures: arrow keys move, Enter shares. */
export function SourceGrid({ kind, loading, sources, selectedId }: SourceGridProps) {
  const group = useId();
  const grid = useRef<HTMLDivElement>(null);
  const filled = sources.length > 0;
  useEffect(() => {
    // The pictures come after the dialog: hand them the focus unless the person has moved it already.
    if (!filled || !(document.activeElement instanceof HTMLDialogElement)) return;
    const radio = grid.current?.querySelector<HTMLElement>("input:checked") ?? grid.current?.querySelector("input");
    radio?.focus();
  }, [filled]);
  const slow = useDelayed(loading && !filled, 300);
  const words = t.sharing;
  if (!filled)
    return (
      <div className={styles.none} role="status">
        {loading && slow && (
          <span className={styles.loading}>
            <Spinner /> {words.loading}
          </span>
        )}
        {!loading && (
          <EmptyState
            icon={kind === "window" ? <AppWindow size={22} /> : <Monitor size={22} />}
            title={kind === "window" ? words.noWindows : words.noScreens}
          >
            {kind === "window" ? words.noWindowsWhy : words.noScreensWhy}
          </EmptyState>
        )}
      </div>
    );
  return (
    <fieldset className={styles.sources}>
      <legend className={text.hidden}>{kind === "window" ? words.windows : words.screens}</legend>
      <div ref={grid} className={styles.grid}>
        {sources.map((source) => (
          <SourceCard key={source.id} source={source} group={group} chosen={source.id === selectedId} />
        ))}
      </div>
    </fieldset>
  );
}
