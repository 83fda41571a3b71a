import { Volume2, VolumeX } from "lucide-react";
import { useState } from "react";
import { Tooltip } from "../kit/Tooltip";
import { t } from "../strings/strings";
import styles from "./ShareVolume.module.css";

interface ShareVolumeProps {
  /** 0 to 1. */
  volume: number;
  onChange: (volume: number) => void;
}

/** Loudness of the shared window, apart from the voice. Muting keeps what to come back to. */
export function ShareVolume({ volume, onChange }: ShareVolumeProps) {
  const [audible, setAudible] = useState(1);
  const muted = volume === 0;
  const Icon = muted ? VolumeX : Volume2;
  const percent = Math.round(volume * 100);
  const label = muted ? t.shareView.unmuteSound : t.shareView.muteSound;
  const toggle = () => {
    if (!muted) setAudible(volume);
    onChange(muted ? audible : 0);
  };
  return (
    <div className={styles.volume}>
      <button type="button" className={styles.mute} aria-label={label} onClick={toggle}>
        <Icon size={18} aria-hidden="true" />
        <Tooltip>{label}</Tooltip>
      </button>
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
