import type { ReactNode } from "react";
import { classNames } from "../../kit/classNames";
import { Tooltip } from "../../kit/Tooltip";
import styles from "./ToolButton.module.css";

interface ToolButtonProps {
  label: string;
  shortcut?: string;
  /** For what stays on or off; a button that only does something leaves it out. */
  pressed?: boolean;
  /** Where its tooltip finds room. */
  side?: "above" | "below";
  onClick: () => void;
  children: ReactNode;
}

/** A button of the bars that lie over a share. */
export function ToolButton({ label, shortcut, pressed, side = "above", onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles.button, pressed && styles.pressed)}
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
    >
      {children}
      <Tooltip side={side} shortcut={shortcut}>
        {label}
      </Tooltip>
    </button>
  );
}
