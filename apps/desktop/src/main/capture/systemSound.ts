import { existsSync } from "node:fs";
import { join } from "node:path";
import { app } from "electron";
import type { AudioSystem } from "./audioPlan";
import { createChromiumSound, type FindProcess } from "./chromiumSound";
import { createLinuxSound } from "./linux/linuxSound";
import { createAppSoundTrial } from "./macos/appSoundTrial";
import { findMacosApp } from "./macos/findMacosApp";
import { runScript } from "./macos/runScript";
import { tryOutSound } from "./macos/trialWindow";
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

function findProcessOn({ platform, systemVersion, electronVersion }: AudioSystem): FindProcess {
  if (platform === "win32") return findWindowsProcess(loadWindowsApi, process.pid);
  if (platform !== "darwin") return async () => "noProcess";
  const { works } = createAppSoundTrial({
    file: join(app.getPath("userData"), "appSound.json"),
    versions: { electron: electronVersion, system: systemVersion },
    tryOut: tryOutSound,
  });
  return findMacosApp({ runScript, works, ownProcessId: process.pid });
}

/** Flatpak (https://docs.flatpak.org/en/latest/sandbox-permissions.html) or snap. */
function isSandboxed(): boolean {
  return existsSync("/.flatpak-info") || process.env.SNAP !== undefined;
}
