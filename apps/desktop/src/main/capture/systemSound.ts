import { createChromiumSound } from "./chromiumSound";
import type { SoundSystem } from "./soundSystem";

/** What this operating system can do about sound. */
export function createSystemSound(): SoundSystem {
  return createChromiumSound(
    {
      platform: process.platform,
      systemVersion: process.getSystemVersion(),
      electronVersion: process.versions.electron,
    },
    // Finding the process of a window takes native code on Windows; until then its sound alone is not offered.
    async () => null,
  );
}
