import { Mic, MicOff, Video, VideoOff } from "lucide-react";
import { useApp } from "../appContext";
import { CameraWithMenu, MicrophoneWithMenu } from "../devices/DeviceMenus";
import { MicrophoneLevel } from "../devices/MicrophoneLevel";
import { useDevices, useRooms } from "../hooks/stores";
import { RoundButton } from "../kit/RoundButton";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import styles from "./Mirror.module.css";
import type { RoomChoice } from "./roomContext";

/** The two choices of devices. */
export function MirrorButtons({ choice }: { choice: RoomChoice }) {
  const { intents } = useApp();
  const [MicIcon, CameraIcon] = [choice.microphone ? Mic : MicOff, choice.camera ? Video : VideoOff];
  const toggle = (name: keyof RoomChoice) => intents.chooseForRoom({ ...choice, [name]: !choice[name] });
  return (
    <>
      <MicrophoneWithMenu>
        <RoundButton
          label={choice.microphone ? t.calls.mute : t.calls.unmute}
          caption={choice.microphone ? t.calls.mute : t.calls.unmute}
          tone={choice.microphone ? "neutral" : "off"}
          icon={<MicIcon size={22} aria-hidden="true" />}
          onClick={() => toggle("microphone")}
        />
      </MicrophoneWithMenu>
      <CameraWithMenu>
        <RoundButton
          label={choice.camera ? t.calls.cameraOff : t.calls.cameraOn}
          caption={t.calls.camera}
          tone={choice.camera ? "neutral" : "off"}
          icon={<CameraIcon size={22} aria-hidden="true" />}
          onClick={() => toggle("camera")}
        />
      </CameraWithMenu>
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
        <MicrophoneLevel className={styles.meter} />
      </div>
    </div>
  );
}
