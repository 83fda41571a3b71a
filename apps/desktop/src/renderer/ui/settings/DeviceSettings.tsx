import { VideoOff } from "lucide-react";
import { type DeviceOption, useApp } from "../appContext";
import { useCallView, useDevices, useSettings } from "../hooks/stores";
import { useStream } from "../hooks/useStream";
import { Select } from "../kit/Select";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import styles from "./Settings.module.css";

interface DeviceChoiceProps {
  kind: "microphone" | "camera" | "speaker";
  devices: readonly DeviceOption[];
  chosen: string | null;
}

function DeviceChoice({ kind, devices, chosen }: DeviceChoiceProps) {
  const { intents } = useApp();
  const none = devices.length === 0;
  const present = devices.some((device) => device.deviceId === chosen);
  const first = { value: "", label: none ? t.devices.none : t.devices.systemDefault };
  return (
    <Select
      label={t.devices[kind]}
      value={present && chosen ? chosen : ""}
      disabled={none}
      options={[first, ...devices.map((device) => ({ value: device.deviceId, label: device.label }))]}
      onChange={(value) => intents.chooseDevice(kind, value || null)}
    />
  );
}

function Preview() {
  const call = useCallView();
  const preview = useStream("preview");
  const away = useDevices((devices) => devices.cameraFacesAway);
  const sending = preview === null && call.screen === "inCall" && call.local.camera === "on";
  return (
    <VideoTile
      className={styles.preview}
      stream={sending ? "localCamera" : "preview"}
      label={t.devices.preview}
      on
      mirrored={!away}
      placeholder={
        <span className={styles.noPreview}>
          <VideoOff size={20} aria-hidden="true" />
          {t.devices.previewOff}
        </span>
      }
    />
  );
}

export function DeviceSettings() {
  const { microphones, cameras, speakers } = useDevices((devices) => devices);
  const { microphoneId, cameraId, speakerId } = useSettings((settings) => settings);
  return (
    <div className={styles.devices}>
      <DeviceChoice kind="microphone" devices={microphones} chosen={microphoneId} />
      {speakers.length > 0 ? (
        <DeviceChoice kind="speaker" devices={speakers} chosen={speakerId} />
      ) : (
        <p className={styles.note}>{t.devices.speakerByBrowser}</p>
      )}
      <DeviceChoice kind="camera" devices={cameras} chosen={cameraId} />
      <Preview />
    </div>
  );
}
