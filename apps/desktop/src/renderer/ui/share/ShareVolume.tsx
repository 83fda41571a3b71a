import { Volume2, VolumeX } from "lucide-react";
import { t } from "../strings/strings";
import styles from "./ShareVolume.module.css";

interface ShareVolumeProps {
  /** 0 to 1. */
  volume: number;
  onChange: (volume: number) => void;
}

/** Loudness of the shared window, apart from the voice. */
export function ShareVolume({ volume, onChange }: ShareVolumeProps) {
  const Icon = volume === 0 ? VolumeX : Volume2;
  const percent = Math.round(volume * 100);
  return (
    <div className={styles.volume}>
      <Icon size={17} aria-hidden="true" />
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-label={t.sharing.volume}
        aria-valuetext={`${percent}%`}
        onChange={(event) => onChange(Number(event.target.value) / 100)}
      />
    </div>
  );
}
