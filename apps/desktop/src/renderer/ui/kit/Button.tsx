import type { ComponentProps, MouseEvent, ReactNode } from "react";
import styles from "./Button.module.css";
import { classNames } from "./classNames";
import { Spinner } from "./Spinner";

interface ButtonProps extends ComponentProps<"button"> {
  tone?: "primary" | "plain" | "quiet" | "danger" | "positive";
  icon?: ReactNode;
  /** Work is under way: keeps size and focus, ignores clicks, shows a spinner once it takes noticeably long. */
  busy?: boolean;
  wide?: boolean;
}

export function Button(props: ButtonProps) {
  const { tone = "plain", icon, busy = false, wide = false, className, children, onClick, ...rest } = props;
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles.button, styles[tone], wide && styles.wide, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={click}
    >
      <span className={styles.content}>
        {icon}
        {children}
      </span>
      {busy && (
        <span className={styles.busy}>
          <Spinner />
        </span>
      )}
    </button>
  );
}
