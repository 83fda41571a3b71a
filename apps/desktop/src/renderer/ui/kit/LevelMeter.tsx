import { classNames } from "./classNames";
import styles from "./LevelMeter.module.css";
import { filledBy, METER_FLOOR_DB } from "./meterScale";

interface LevelMeterProps {
  label: string;
  /** dB; null when nothing is measured. */
  level: number | null;
  /** For screen readers. */
  words: { levelOf: (decibels: number) => string; none: string };
  /** Of its size and place. */
  className?: string;
}

/** How loud something is. Whoever shows it draws it apart: it changes some twelve times a second. */
export function LevelMeter({ label, level, words, className }: LevelMeterProps) {
  const heard = level !== null && level > METER_FLOOR_DB;
  return (
    <span
      className={classNames(styles.meter, className)}
      role="meter"
      aria-label={label}
      aria-valuemin={METER_FLOOR_DB}
      aria-valuemax={0}
      aria-valuenow={heard ? Math.min(0, level) : METER_FLOOR_DB}
      aria-valuetext={heard ? words.levelOf(level) : words.none}
    >
      <span className={styles.bar} style={{ transform: `scaleX(${filledBy(level)})` }} />
    </span>
  );
}
