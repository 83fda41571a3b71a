import { type AudioSystem, audioOffers, type ProcessFound, soundFault } from "./audioPlan";
import type { SoundSystem } from "./soundSystem";
import type { OfferedSource } from "./sources";

type WindowId = Pick<OfferedSource, "id">;

/** Whose windows there are. */
export interface WindowOwners {
  /** The process whose sound goes with a window. */
  find(window: WindowId): Promise<ProcessFound>;
  /** The name of its app, whether or not its sound can be taken alone; null where it is not known. */
  nameOf(window: WindowId): Promise<string | null>;
}

export const noOwners: WindowOwners = { find: async () => "noProcess", nameOf: async () => null };

/**
 * Windows and macOS: Chromium itself captures the sound, by device ids that we choose. The system is asked for the
 * process only where it could make a difference.
 */
export function createChromiumSound(system: AudioSystem, owners: WindowOwners): SoundSystem {
  async function processOf(source: OfferedSource): Promise<ProcessFound> {
    if (source.kind === "screen" || soundFault(system)) return "noProcess";
    return owners.find(source).catch((): ProcessFound => "noProcess");
  }

  return {
    offers: async (source) => audioOffers(system, source.kind, await processOf(source)),
    appNameOf: (window) => owners.nameOf(window).catch(() => null),
    soundingApps: async () => [],
  };
}
