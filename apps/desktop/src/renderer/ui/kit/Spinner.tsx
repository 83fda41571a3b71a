import styles from "./Spinner.module.css";

/** Turning ring; decoration only, the words beside it say what is going on. */
export function Spinner({ size = 18 }: { size?: number }) {
  return <span className={styles.spinner} style={{ width: size, height: size }} aria-hidden="true" />;
}
