import { type AudioProcess, type AudioSystem, audioOffers } from "./audioPlan";
import type { SoundSystem } from "./soundSystem";
import type { OfferedSource } from "./sources";

/**
 * Windows and macOS: Chromium itself captures the sound, by device ids that we choose.
 * @param processOf the process behind a source, or null when it cannot be found
 */
export function createChromiumSound(
  system: AudioSystem,
  processOf: (source: OfferedSource) => Promise<AudioProcess | null>,
): SoundSystem {
  return {
    offers: async (source) => audioOffers(system, source.kind, await processOf(source)),
    soundingApps: async () => [],
  };
}
