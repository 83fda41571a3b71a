import type { ShareSource } from "../../shared/sharing";
import { type AudioProcess, type AudioSystem, audioOffers } from "./audioPlan";
import type { SoundSystem } from "./soundSystem";

/**
 * Windows and macOS: Chromium itself captures the sound, by device ids that we choose.
 * @param processOf the process behind a source, or null when it cannot be found
 */
export function createChromiumSound(
  system: AudioSystem,
  processOf: (source: ShareSource) => Promise<AudioProcess | null>,
): SoundSystem {
  return {
    offers: async (source) => audioOffers(system, source.kind, await processOf(source)),
    soundingApps: async () => [],
  };
}
