import type { ReactNode } from "react";
import styles from "./Stage.module.css";

interface TileCaptionProps {
  name: string;
  icon: ReactNode;
  /** What is worth knowing, in words; null while there is nothing. */
  state: string | null;
}

/** Name in the corner of a picture, and whether its person is muted. */
export function TileCaption({ name, icon, state }: TileCaptionProps) {
  return (
    <figcaption className={styles.caption}>
      {state && icon}
      <span className={styles.captionName}>{state ?? name}</span>
    </figcaption>
  );
}
