import { existsSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";
import type { AudioSystem } from "./audioPlan";
import { createChromiumSound, noOwners, type WindowOwners } from "./chromiumSound";
import { createLinuxSound } from "./linux/linuxSound";
import { createAppSoundTrial } from "./macos/appSoundTrial";
import { createMacosOwners } from "./macos/macosOwners";
import { runScript } from "./macos/runScript";
import { tryOutSound } from "./macos/trialWindow";
import { opensPortal } from "./portal";
import type { SoundSystem } from "./soundSystem";
import { loadWindowsApi } from "./windows/loadWindowsApi";
import { createWindowsOwners } from "./windows/windowsOwners";

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
  return createChromiumSound(system, ownersOn(system));
}

function ownersOn({ platform, systemVersion, electronVersion }: AudioSystem): WindowOwners {
  if (platform === "win32") return createWindowsOwners(loadWindowsApi, process.pid);
  if (platform !== "darwin") return noOwners;
  const { works } = createAppSoundTrial({
    file: join(app.getPath("userData"), "appSound.json"),
    versions: { electron: electronVersion, system: systemVersion },
    tryOut: tryOutSound,
  });
  return createMacosOwners({ runScript, works, ownProcessId: process.pid, now: () => performance.now() });
}

/** Flatpak (https://docs.flatpak.org/en/latest/sandbox-permissions.html) or snap. */
function isSandboxed(): boolean {
  return existsSync("/.flatpak-info") || process.env.SNAP !== undefined;
}
