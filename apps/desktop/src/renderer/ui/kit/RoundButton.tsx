import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames";
import styles from "./RoundButton.module.css";
import { Spinner } from "./Spinner";
import { Tooltip } from "./Tooltip";

interface RoundButtonProps extends ComponentProps<"button"> {
  /** The accessible name; it contains the visible words. */
  label: string;
  /** Short visible words under the circle. */
  caption: string;
  icon: ReactNode;
  tone?: "neutral" | "active" | "off" | "danger" | "positive";
  size?: "normal" | "large";
  busy?: boolean;
  shortcut?: string;
}

/** Call button: a circle with its word below. */
export function RoundButton(props: RoundButtonProps) {
  const { label, caption, icon, tone = "neutral", size = "normal", busy = false, shortcut, className, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[size], className)}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-keyshortcuts={shortcut}
    >
      <span className={classNames(styles.circle, styles[tone])}>{busy ? <Spinner size={22} /> : icon}</span>
      <span className={styles.caption}>{caption}</span>
      {shortcut && <Tooltip shortcut={shortcut}>{label}</Tooltip>}
    </button>
  );
}
