interface NamedDevice {
  readonly deviceId: string;
  /** Empty until permission was given once. */
  readonly label: string;
}
export interface DeviceLists {
  readonly microphones: readonly NamedDevice[];
  readonly cameras: readonly NamedDevice[];
  readonly speakers: readonly NamedDevice[];
  /** Names of what the system uses; null where the browser does not tell. */
  readonly systemMicrophone: string | null;
  readonly systemSpeaker: string | null;
}

/** Plugging in one headset is several changes to the system. */
const SETTLE_MS = 250;

/**
 * Never rejects: a page without access to devices has none. Chromium's aliases `default` and `communications` are left
 * out: "the system's default" is a choice of its own.
 */
export async function listDevices(devices: MediaDevices | undefined): Promise<DeviceLists> {
  const found = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  const of = (kind: MediaDeviceKind) =>
    found.filter((device) => device.kind === kind && device.deviceId && !isAlias(device)).map(named);
  return {
    microphones: of("audioinput"),
    cameras: of("videoinput"),
    speakers: of("audiooutput"),
    systemMicrophone: systemName(found, "audioinput"),
    systemSpeaker: systemName(found, "audiooutput"),
  };
}

const isAlias = ({ deviceId }: MediaDeviceInfo) => deviceId === "default" || deviceId === "communications";
const named = ({ deviceId, label }: MediaDeviceInfo): NamedDevice => ({ deviceId, label });

/** Behind Chromium's alias `default`: the device of the same group, or what the alias says of itself. */
function systemName(found: readonly MediaDeviceInfo[], kind: MediaDeviceKind): string | null {
  const kindred = found.filter((device) => device.kind === kind);
  const alias = kindred.find(({ deviceId }) => deviceId === "default");
  if (!alias) return null;
  const real = kindred.find((device) => !isAlias(device) && device.groupId && device.groupId === alias.groupId);
  return real?.label || (/^\S+ - (.+)$/.exec(alias.label)?.[1] ?? null);
}

/** Calls back (once things have settled) when a device was plugged in or out; returns the function that unsubscribes. */
export function watchDevices(devices: MediaDevices | undefined, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onChange = () => {
    clearTimeout(timer);
    timer = setTimeout(listener, SETTLE_MS);
  };
  devices?.addEventListener("devicechange", onChange);
  return () => {
    clearTimeout(timer);
    devices?.removeEventListener("devicechange", onChange);
  };
}
