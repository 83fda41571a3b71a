import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** `h2` where the words are all the pane has. */
  as?: "h2" | "p";
  children: ReactNode;
}

/** Why there is nothing here, and what to do about it. */
export function EmptyState({ icon, title, as: Title = "p", children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <Title className={styles.title}>{title}</Title>
      <p className={styles.words}>{children}</p>
    </div>
  );
}
