interface MediaDevice {
  readonly deviceId: string;
  /** Empty until permission was given once. */
  readonly label: string;
}
export interface DeviceLists {
  readonly microphones: readonly MediaDevice[];
  readonly cameras: readonly MediaDevice[];
  readonly speakers: readonly MediaDevice[];
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
    found
      .filter(
        (device) => device.kind === kind && device.deviceId && !/^(default|communications)$/.test(device.deviceId),
      )
      .map(({ deviceId, label }) => ({ deviceId, label }));
  return { microphones: of("audioinput"), cameras: of("videoinput"), speakers: of("audiooutput") };
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
