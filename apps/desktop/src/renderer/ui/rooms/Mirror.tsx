import { Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useApp } from "../appContext";
import { useDevices, useRooms } from "../hooks/stores";
import { LevelMeter } from "../kit/LevelMeter";
import { RoundButton } from "../kit/RoundButton";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import styles from "./Mirror.module.css";
import type { RoomChoice } from "./roomContext";

/** How loud one is oneself. Drawn apart: some twelve times a second. */
function VoiceMeter() {
  const level = useRooms((store) => (store.level === null ? null : Math.round(store.level)));
  const words = { levelOf: t.rooms.levelOf, none: t.rooms.noLevel };
  return <LevelMeter className={styles.meter} label={t.rooms.level} level={level} words={words} />;
}

/** The two choices of devices. */
export function MirrorButtons({ choice }: { choice: RoomChoice }) {
  const { intents } = useApp();
  const [MicIcon, CameraIcon] = [choice.microphone ? Mic : MicOff, choice.camera ? Video : VideoOff];
  const toggle = (name: keyof RoomChoice) => intents.chooseForRoom({ ...choice, [name]: !choice[name] });
  return (
    <>
      <RoundButton
        label={choice.microphone ? t.calls.mute : t.calls.unmute}
        caption={choice.microphone ? t.calls.mute : t.calls.unmute}
        tone={choice.microphone ? "neutral" : "off"}
        icon={<MicIcon size={22} aria-hidden="true" />}
        onClick={() => toggle("microphone")}
      />
      <RoundButton
        label={choice.camera ? t.calls.cameraOff : t.calls.cameraOn}
        caption={t.calls.camera}
        tone={choice.camera ? "neutral" : "off"}
        icon={<CameraIcon size={22} aria-hidden="true" />}
        onClick={() => toggle("camera")}
      />
    </>
  );
}

/** One's own picture and level in front of the door. */
export function Mirror({ choice }: { choice: RoomChoice }) {
  const camera = useRooms((store) => store.camera);
  const away = useDevices((devices) => devices.cameraFacesAway);
  return (
    <div className={styles.mirror}>
      <VideoTile
        className={styles.picture}
        stream="preview"
        label={t.rooms.preview}
        on={camera === "on"}
        mirrored={!away}
        placeholder={
          <span className={styles.off}>
            <VideoOff size={22} aria-hidden="true" />
            {t.rooms.cameraOff}
          </span>
        }
      />
      <div className={styles.controls}>
        <MirrorButtons choice={choice} />
        <VoiceMeter />
      </div>
    </div>
  );
}
