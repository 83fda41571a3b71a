import styles from "./Mark.module.css";

/** The product's sign: one window, one eye. */
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg className={styles.mark} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect className={styles.ground} width="32" height="32" rx="9" />
      <rect className={styles.window} x="6.5" y="8" width="19" height="16" rx="4" />
      <circle className={styles.eye} cx="16" cy="16" r="3.4" />
    </svg>
  );
}
