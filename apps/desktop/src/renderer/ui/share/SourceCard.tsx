import { AppWindow, Check, Monitor } from "lucide-react";
import { memo } from "react";
import type { ShareSource } from "../../../shared/sharing";
import { classNames } from "../kit/classNames";
import { t } from "../strings/strings";
import styles from "./SourceCard.module.css";

interface SourceCardProps {
  source: ShareSource;
  /** Name of the group of radio buttons. */
  group: string;
  chosen: boolean;
  onPick: (sourceId: string) => void;
  onConfirm: () => void;
}

/** One window or screen: its picture, and what it is called. Drawn anew only when it changed. */
export const SourceCard = memo(function SourceCard({ source, group, chosen, onPick, onConfirm }: SourceCardProps) {
  const { id, kind, title, appName, thumbnail, appIcon } = source;
  const Fallback = kind === "screen" ? Monitor : AppWindow;
  return (
    <label className={classNames(styles.card, chosen && styles.chosen)} title={title}>
      <input
        type="radio"
        className={styles.radio}
        name={group}
        value={id}
        checked={chosen}
        aria-label={t.sharing.sourceName(title, appName, kind)}
        onChange={() => onPick(id)}
        onDoubleClick={onConfirm}
      />
      <span className={styles.picture}>
        {thumbnail ? (
          <img src={thumbnail} alt="" draggable={false} />
        ) : (
          <Fallback size={30} strokeWidth={1.5} aria-hidden="true" />
        )}
        <span className={styles.check} aria-hidden="true">
          <Check size={14} strokeWidth={3} />
        </span>
      </span>
      <span className={styles.caption}>
        <span className={styles.icon}>
          {appIcon ? (
            <img src={appIcon} alt="" width={20} height={20} draggable={false} />
          ) : (
            <Fallback size={18} strokeWidth={1.75} aria-hidden="true" />
          )}
        </span>
        <span className={styles.names}>
          <span className={styles.title}>{title}</span>
          {appName && <span className={styles.app}>{appName}</span>}
        </span>
      </span>
    </label>
  );
});
