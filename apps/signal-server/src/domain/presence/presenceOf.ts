import type { Presence } from "@sightline/protocol";
import type { ConnectedDevices } from "../ports";

interface Seen {
  /** All connected devices of the person. */
  readonly devices: ConnectedDevices;
  /** The device with which they are in an answered call. */
  readonly inCallWith: string | null;
  /** They do not want to be disturbed. */
  readonly quiet: boolean;
}

/**
 * The word for a person. Only a device that is connected counts, also for a call: what a vanished one was in says nothing
 * of where its person is now. "Do not disturb" goes before a call: it is what a caller meets, and whoever wants quiet need not
 * say what they do meanwhile. Whoever is in a call is not away, however long they touch nothing.
 */
export function presenceOf({ devices, inCallWith, quiet }: Seen): Presence {
  if (devices.size === 0) return "offline";
  if (quiet) return "doNotDisturb";
  if (inCallWith !== null && devices.has(inCallWith)) return "inCall";
  return [...devices.values()].every(({ idle }) => idle) ? "away" : "online";
}
