import type { ReactNode } from "react";
import styles from "./FormMessage.module.css";

/** What is wrong with the form as a whole. Its line is reserved, so that nothing moves when it appears. */
export function FormMessage({ children }: { children: ReactNode }) {
  return (
    <p className={styles.message} role="alert">
      {children}
    </p>
  );
}
