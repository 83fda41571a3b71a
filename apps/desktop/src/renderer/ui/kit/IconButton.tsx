import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./classNames";
import styles from "./IconButton.module.css";
import { Tooltip } from "./Tooltip";

interface IconButtonProps extends ComponentProps<"button"> {
  /** The accessible name, shown as tooltip. */
  label: string;
  icon: ReactNode;
}

export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={classNames(styles.button, className)} aria-label={label}>
      {icon}
      <Tooltip side="below">{label}</Tooltip>
    </button>
  );
}
