import { type AudioSystem, audioOffers, type ProcessFound, soundFault } from "./audioPlan";
import type { SoundSystem } from "./soundSystem";
import type { OfferedSource } from "./sources";

/** Finds the process behind a window. */
export type FindProcess = (source: Pick<OfferedSource, "id">) => Promise<ProcessFound>;

/**
 * Windows and macOS: Chromium itself captures the sound, by device ids that we choose. The system is asked for the
 * process only where it could make a difference.
 */
export function createChromiumSound(system: AudioSystem, findProcess: FindProcess): SoundSystem {
  async function processOf(source: OfferedSource): Promise<ProcessFound> {
    if (source.kind === "screen" || soundFault(system)) return "noProcess";
    return findProcess(source).catch((): ProcessFound => "noProcess");
  }

  return {
    offers: async (source) => audioOffers(system, source.kind, await processOf(source)),
    async appNameOf(window) {
      const found = await findProcess(window).catch((): ProcessFound => "noProcess");
      return typeof found === "object" ? (found.appName ?? null) : null;
    },
    soundingApps: async () => [],
  };
}
