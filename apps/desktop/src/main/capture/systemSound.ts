import { existsSync } from "node:fs";
import type { AudioSystem } from "./audioPlan";
import { createChromiumSound, type FindProcess } from "./chromiumSound";
import { createLinuxSound } from "./linux/linuxSound";
import { opensPortal } from "./portal";
import type { SoundSystem } from "./soundSystem";
import { findWindowsProcess } from "./windows/findWindowsProcess";
import { loadWindowsApi } from "./windows/loadWindowsApi";

/** What this operating system can do about sound. */
export function createSystemSound(): SoundSystem {
  if (process.platform === "linux") {
    return createLinuxSound({
      windowsAreAnonymous: opensPortal(process.platform, process.env),
      sandboxed: isSandboxed(),
    });
  }
  const system: AudioSystem = {
    platform: process.platform,
    systemVersion: process.getSystemVersion(),
    electronVersion: process.versions.electron,
  };
  return createChromiumSound(system, findProcessOn(system));
}

function findProcessOn({ platform }: AudioSystem): FindProcess {
  if (platform === "win32") return findWindowsProcess(loadWindowsApi, process.pid);
  return async () => "noProcess";
}

/** Flatpak (https://docs.flatpak.org/en/latest/sandbox-permissions.html) or snap. */
function isSandboxed(): boolean {
  return existsSync("/.flatpak-info") || process.env.SNAP !== undefined;
}
