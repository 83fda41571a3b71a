import type { ReactNode } from "react";
import { classNames } from "./classNames";
import styles from "./Tooltip.module.css";

interface TooltipProps {
  side?: "above" | "below";
  /** Key that does the same. */
  shortcut?: string;
  children: ReactNode;
}

/** Hint inside a `position: relative` control, on hover and keyboard focus. The control has its own name, so it is not read twice. */
export function Tooltip({ side = "above", shortcut, children }: TooltipProps) {
  return (
    <span className={classNames(styles.tooltip, styles[side])} aria-hidden="true">
      {children}
      {shortcut && <kbd className={styles.key}>{shortcut}</kbd>}
    </span>
  );
}
