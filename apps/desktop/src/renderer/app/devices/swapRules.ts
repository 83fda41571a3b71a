import type { DeviceOption } from "../../ui/devices/deviceContext";

/** What there is of one kind of device. */
export interface Present {
  readonly devices: readonly DeviceOption[];
  /** Name of what the system uses, where the browser tells. */
  readonly system: string | null;
}

/** What a change of the devices means for one that was chosen (or for the system's, where none was). */
export type Swap =
  | { readonly what: "gone"; readonly device: string }
  | { readonly what: "back"; readonly device: string }
  | { readonly what: "system"; readonly device: string };

const find = (chosen: string | null, { devices }: Present) => devices.find(({ deviceId }) => deviceId === chosen);

/**
 * The chosen device is used while it is there: the system's takes its place when it goes, and gives it back when it comes. Null:
 * nothing to do.
 */
export function swapOf(chosen: string | null, before: Present, now: Present): Swap | null {
  if (chosen === null) {
    const moved = before.system !== null && now.system !== null && before.system !== now.system;
    return moved ? { what: "system", device: now.system } : null;
  }
  const [was, is] = [find(chosen, before), find(chosen, now)];
  if (was && !is) return { what: "gone", device: was.label };
  // A list that was empty may have been one without permission: nothing has come back.
  return !was && is && before.devices.length > 0 ? { what: "back", device: is.label } : null;
}

/** The id to open; null: the system's. An empty list says nothing: without a permission no device has an id. */
export function idInUse(chosen: string | null, { devices }: Pick<Present, "devices">): string | null {
  return devices.length === 0 || devices.some(({ deviceId }) => deviceId === chosen) ? chosen : null;
}

/** Name of what is used now, where it is known. */
export function nameInUse(chosen: string | null, present: Present): string | null {
  const [only] = present.devices.length === 1 ? present.devices : [];
  return find(chosen, present)?.label || present.system || only?.label || null;
}
