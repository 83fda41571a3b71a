import type { Device } from "@sightline/protocol";
import { Globe, Monitor } from "lucide-react";
import { useState } from "react";
import { useApp } from "../appContext";
import { useAnswer } from "../hooks/useAnswer";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { when } from "../strings/times";
import styles from "./Devices.module.css";
import { Loaded } from "./Loaded";

function Standing({ device }: { device: Device }) {
  if (device.current) return <strong className={styles.here}>{t.security.thisDevice}</strong>;
  if (device.inUse) return t.security.inUse;
  return (
    <>
      {t.security.lastSeen} <time dateTime={device.lastSeenAt}>{when(device.lastSeenAt)}</time>
    </>
  );
}

function DeviceLine({ device, onRevoke }: { device: Device; onRevoke: (device: Device) => Promise<void> }) {
  const { busy, run } = useBusy();
  const Icon = device.client === "desktop" ? Monitor : Globe;
  const name = device.name ?? t.security.unnamedDevice;
  return (
    <li className={styles.line}>
      <Icon className={styles.icon} size={20} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.standing}>
          <Standing device={device} />
        </span>
      </span>
      {!device.current && (
        <Button busy={busy} aria-label={t.security.revokeNamed(name)} onClick={() => run(() => onRevoke(device))}>
          {t.session.logOut}
        </Button>
      )}
    </li>
  );
}

interface DevicesProps {
  /** A device was logged out. */
  onRevoked: () => void;
}

interface DeviceListProps extends DevicesProps {
  devices: readonly Device[];
  again: () => Promise<void>;
}

function DeviceList({ devices, again, onRevoked }: DeviceListProps) {
  const { intents } = useApp();
  const { busy, run } = useBusy();
  const [said, setSaid] = useState<{ done?: string; fault?: string }>({});
  const after = async (outcome: Awaited<ReturnType<typeof intents.revokeDevice>>, done: string) => {
    const gone = outcome.ok || outcome.failure.code === "session.notFound";
    setSaid(gone ? { done } : { fault: failureWords(outcome.failure) });
    if (outcome.ok) onRevoked();
    await again();
  };
  const revoke = async (device: Device) =>
    after(await intents.revokeDevice(device.id), t.security.revoked(device.name ?? t.security.unnamedDevice));
  return (
    <>
      <ul className={styles.list}>
        {devices.map((device) => (
          <DeviceLine key={device.id} device={device} onRevoke={revoke} />
        ))}
      </ul>
      {devices.length > 1 && (
        <Button
          className={styles.others}
          busy={busy}
          onClick={() => run(async () => after(await intents.revokeOtherDevices(), t.security.revokedOthers))}
        >
          {t.security.revokeOthers}
        </Button>
      )}
      <p role="status" className={styles.done}>
        {said.done}
      </p>
      {said.fault && <FormMessage>{said.fault}</FormMessage>}
    </>
  );
}

/** Where one is logged in, and the way to end it. */
export function Devices({ onRevoked }: DevicesProps) {
  const { intents } = useApp();
  const { answer, again } = useAnswer(intents.listDevices);
  return (
    <Loaded answer={answer} again={() => void again()}>
      {(devices) => <DeviceList devices={devices} again={again} onRevoked={onRevoked} />}
    </Loaded>
  );
}
