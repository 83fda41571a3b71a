import type { ReactNode } from "react";
import styles from "./TileCaption.module.css";

interface TileCaptionProps {
  name: string;
  icon: ReactNode;
  /** What is worth knowing, in words; null while there is nothing. */
  state: string | null;
}

/** Name in the corner of a picture, and whether its person is muted. Where there is no room the icon says it. */
export function TileCaption({ name, icon, state }: TileCaptionProps) {
  return (
    <figcaption className={styles.caption}>
      {state && icon}
      {state && <span className={styles.state}>{state}</span>}
      <span className={state ? styles.shortName : styles.name} aria-hidden={state ? true : undefined}>
        {name}
      </span>
    </figcaption>
  );
}
