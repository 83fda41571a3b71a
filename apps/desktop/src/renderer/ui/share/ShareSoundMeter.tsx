import { Volume2 } from "lucide-react";
import { useShareSound } from "../hooks/stores";
import { t } from "../strings/strings";
import { filledBy, METER_FLOOR_DB } from "./meterScale";
import styles from "./ShareSoundMeter.module.css";

/** How loud the shared sound is right now, as it is sent. Drawn apart: some twelve times a second. */
export function ShareSoundMeter() {
  const level = useShareSound((sound) => (sound.level === null ? null : Math.round(sound.level)));
  const heard = level !== null && level > METER_FLOOR_DB;
  return (
    <span
      className={styles.meter}
      role="meter"
      aria-label={t.shareSound.meter}
      aria-valuemin={METER_FLOOR_DB}
      aria-valuemax={0}
      aria-valuenow={heard ? Math.min(0, level) : METER_FLOOR_DB}
      aria-valuetext={heard ? t.shareSound.level(level) : t.shareSound.noLevel}
    >
      <Volume2 size={15} aria-hidden="true" />
      <span className={styles.track}>
        <span className={styles.bar} style={{ transform: `scaleX(${filledBy(level)})` }} />
      </span>
    </span>
  );
}
