import { useFocusOnMount } from "../hooks/useFocusOnMount";
import styles from "./Session.module.css";

/** Of one screen before the log-in; a screen reader starts reading here. */
export function Heading({ children }: { children: string }) {
  const ref = useFocusOnMount<HTMLHeadingElement>();
  return (
    <h1 ref={ref} tabIndex={-1} className={styles.heading}>
      {children}
    </h1>
  );
}
