import { ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { useApp } from "../appContext";
import { useDevices, useSettings } from "../hooks/stores";
import { MenuButton, MenuChoice, MenuGroup } from "../kit/Menu";
import { t } from "../strings/strings";
import styles from "./DeviceMenus.module.css";
import type { DeviceKind, DeviceOption } from "./deviceContext";
import { MicrophoneLevel } from "./MicrophoneLevel";

interface DeviceGroupProps {
  kind: DeviceKind;
  devices: readonly DeviceOption[];
  chosen: string | null;
  /** Name of what the system uses, where it is known. */
  system?: string | null;
}

function DeviceGroup({ kind, devices, chosen, system = null }: DeviceGroupProps) {
  const { intents } = useApp();
  const present = devices.some(({ deviceId }) => deviceId === chosen);
  const choose = (deviceId: string | null) => () => intents.chooseDevice(kind, deviceId);
  return (
    <MenuGroup label={t.devices[kind]}>
      <MenuChoice of="one" chosen={!present} disabled={devices.length === 0} onChoose={choose(null)}>
        {devices.length === 0 ? t.devices.none : t.devices.sameAsSystem(system)}
      </MenuChoice>
      {devices.map(({ deviceId, label }) => (
        <MenuChoice key={deviceId} of="one" chosen={deviceId === chosen} onChoose={choose(deviceId)}>
          {label}
        </MenuChoice>
      ))}
    </MenuGroup>
  );
}

const processing = ["noiseSuppression", "echoCancellation", "autoGain"] as const;

function VoiceGroup() {
  const { intents } = useApp();
  const settings = useSettings((all) => all);
  return (
    <MenuGroup label={t.devices.voice}>
      {processing.map((name) => (
        <MenuChoice
          key={name}
          of="any"
          chosen={settings[name]}
          onChoose={() => intents.setProcessing({ [name]: !settings[name] })}
        >
          {t.devices.processing[name]}
        </MenuChoice>
      ))}
    </MenuGroup>
  );
}

const chevron = <ChevronUp size={14} aria-hidden="true" />;

/** A call button with the menu of its devices at its corner. */
export function MicrophoneWithMenu({ children }: { children: ReactNode }) {
  const { microphones, speakers, systemMicrophone, systemSpeaker } = useDevices((devices) => devices);
  const { microphoneId, speakerId } = useSettings((settings) => settings);
  const level = (
    <div className={styles.level}>
      <span aria-hidden="true">{t.devices.levelShort}</span>
      <MicrophoneLevel className={styles.meter} />
    </div>
  );
  return (
    <span className={styles.split}>
      {children}
      <MenuButton label={t.devices.chooseSound} icon={chevron} className={styles.more} top={level}>
        <DeviceGroup kind="microphone" devices={microphones} chosen={microphoneId} system={systemMicrophone} />
        {speakers.length > 0 && (
          <DeviceGroup kind="speaker" devices={speakers} chosen={speakerId} system={systemSpeaker} />
        )}
        <VoiceGroup />
      </MenuButton>
    </span>
  );
}

export function CameraWithMenu({ children }: { children: ReactNode }) {
  const cameras = useDevices((devices) => devices.cameras);
  const cameraId = useSettings((settings) => settings.cameraId);
  return (
    <span className={styles.split}>
      {children}
      <MenuButton label={t.devices.chooseCamera} icon={chevron} className={styles.more}>
        <DeviceGroup kind="camera" devices={cameras} chosen={cameraId} />
      </MenuButton>
    </span>
  );
}
