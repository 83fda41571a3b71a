import type { ReactNode } from "react";
import styles from "./Section.module.css";

/** One titled part of a long dialog; a line sets it apart from the one above. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}
