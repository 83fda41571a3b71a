import { MicOff, VideoOff, X } from "lucide-react";
import { useState } from "react";
import type { DeviceState, LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";
import { Button } from "../kit/Button";
import { IconButton } from "../kit/IconButton";
import type { DeviceTrouble } from "../strings/enMedia";
import { t } from "../strings/strings";
import styles from "./DeviceProblems.module.css";

type Device = "microphone" | "camera";

function troubleOf(state: DeviceState): DeviceTrouble | null {
  return state === "on" || state === "off" || state === "opening" ? null : state;
}

interface ProblemProps {
  device: Device;
  trouble: DeviceTrouble;
  onDismiss: () => void;
}

function Problem({ device, trouble, onDismiss }: ProblemProps) {
  const { intents, platform } = useApp();
  const Icon = device === "microphone" ? MicOff : VideoOff;
  const hasSettingsPage = platform.kind === "desktop" && (platform.system === "windows" || platform.system === "macos");
  return (
    <li className={styles.card}>
      <Icon className={styles.icon} size={20} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.title}>{t.deviceProblems.titles[trouble](device)}</p>
        <p className={styles.fix}>{t.deviceProblems.fixes[trouble](device, platform)}</p>
        {trouble === "blocked" && hasSettingsPage && (
          <Button className={styles.action} onClick={() => void intents.openPrivacySettings(device)}>
            {t.deviceProblems.openSettings}
          </Button>
        )}
      </div>
      <IconButton label={t.actions.dismiss} icon={<X size={16} aria-hidden="true" />} onClick={onDismiss} />
    </li>
  );
}

/** What keeps a device from working and how to mend it; the call goes on meanwhile. */
export function DeviceProblems({ local }: { local: Pick<LocalMedia, Device> }) {
  const [dismissed, setDismissed] = useState<Partial<Record<Device, DeviceState>>>({});
  const devices: readonly Device[] = ["microphone", "camera"];
  return (
    <div className={styles.region} role="status">
      <ul className={styles.list}>
        {devices.map((device) => {
          const trouble = troubleOf(local[device]);
          if (!trouble || dismissed[device] === trouble) return null;
          const dismiss = () => setDismissed({ ...dismissed, [device]: trouble });
          return <Problem key={device} device={device} trouble={trouble} onDismiss={dismiss} />;
        })}
      </ul>
    </div>
  );
}
