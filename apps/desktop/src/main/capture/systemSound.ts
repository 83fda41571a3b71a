import { existsSync } from "node:fs";
import { createChromiumSound } from "./chromiumSound";
import { createLinuxSound } from "./linux/linuxSound";
import { opensPortal } from "./portal";
import type { SoundSystem } from "./soundSystem";

/** What this operating system can do about sound. */
export function createSystemSound(): SoundSystem {
  if (process.platform === "linux") {
    return createLinuxSound({
      windowsAreAnonymous: opensPortal(process.platform, process.env),
      sandboxed: isSandboxed(),
    });
  }
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

/** Flatpak (https://docs.flatpak.org/en/latest/sandbox-permissions.html) or snap. */
function isSandboxed(): boolean {
  return existsSync("/.flatpak-info") || process.env.SNAP !== undefined;
}
