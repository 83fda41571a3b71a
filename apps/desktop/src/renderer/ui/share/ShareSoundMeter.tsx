import { Volume2 } from "lucide-react";
import { useShareSound } from "../hooks/stores";
import { LevelMeter } from "../kit/LevelMeter";
import { t } from "../strings/strings";
import styles from "./ShareSoundMeter.module.css";

/** How loud the shared sound is right now, as it is sent. Drawn apart: some twelve times a second. */
export function ShareSoundMeter() {
  const level = useShareSound((sound) => (sound.level === null ? null : Math.round(sound.level)));
  const words = { levelOf: t.shareSound.level, none: t.shareSound.noLevel };
  return (
    <span className={styles.meter}>
      <Volume2 size={15} aria-hidden="true" />
      <LevelMeter className={styles.track} label={t.shareSound.meter} level={level} words={words} />
    </span>
  );
}
