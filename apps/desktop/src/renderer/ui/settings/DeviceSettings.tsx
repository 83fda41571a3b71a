import { VideoOff } from "lucide-react";
import { useApp } from "../appContext";
import type { DeviceKind, DeviceOption } from "../devices/deviceContext";
import { MicrophoneLevel } from "../devices/MicrophoneLevel";
import { useCallView, useDevices, useSettings } from "../hooks/stores";
import { useStream } from "../hooks/useStream";
import { Select } from "../kit/Select";
import { VideoTile } from "../kit/VideoTile";
import { t } from "../strings/strings";
import { ProcessingSettings } from "./ProcessingSettings";
import styles from "./Settings.module.css";

interface DeviceChoiceProps {
  kind: DeviceKind;
  devices: readonly DeviceOption[];
  chosen: string | null;
  /** Name of what the system uses, where it is known. */
  system?: string | null;
}

function DeviceChoice({ kind, devices, chosen, system = null }: DeviceChoiceProps) {
  const { intents } = useApp();
  const none = devices.length === 0;
  const present = devices.some((device) => device.deviceId === chosen);
  const first = { value: "", label: none ? t.devices.none : t.devices.sameAsSystem(system) };
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
  const { microphones, cameras, speakers, systemMicrophone, systemSpeaker } = useDevices((devices) => devices);
  const { microphoneId, cameraId, speakerId } = useSettings((settings) => settings);
  return (
    <div className={styles.devices}>
      <DeviceChoice kind="microphone" devices={microphones} chosen={microphoneId} system={systemMicrophone} />
      <MicrophoneLevel className={styles.level} />
      {speakers.length > 0 ? (
        <DeviceChoice kind="speaker" devices={speakers} chosen={speakerId} system={systemSpeaker} />
      ) : (
        <p className={styles.note}>{t.devices.speakerByBrowser}</p>
      )}
      <DeviceChoice kind="camera" devices={cameras} chosen={cameraId} />
      <Preview />
      <ProcessingSettings />
    </div>
  );
}
