import type { AudioPlan, AudioUnavailable, ShareSource } from "../../shared/sharing";
import type { AudioOffer } from "./soundSystem";

export interface AudioSystem {
  readonly platform: NodeJS.Platform;
  /** `process.getSystemVersion()`: `10.0.19045` on Windows, `14.2.1` on macOS. */
  readonly systemVersion: string;
  /** `process.versions.electron`. */
  readonly electronVersion: string;
}

/** The process whose window is shared, as text from the system. */
export interface AudioProcess {
  readonly processId: string;
  readonly appName?: string;
}

/** Everything our audio service plays is left out, so the peer does not hear themselves. */
const WITHOUT_US = "loopbackWithoutChrome";
/** First Electron whose Chromium knows the ids used here (they are no documented API: re-check at every major). */
const MINIMUM_ELECTRON = [43, 4];
/** Windows 10 22H2. 2004 (19041) fails; the builds between were not measured and count as too old. */
const MINIMUM_WINDOWS = [10, 0, 19045];
/** Older versions of macOS capture our own call with the system's sound, or nothing. */
const MINIMUM_MACOS = [14, 2];

const noSound: AudioOffer = { choice: { plan: "none", available: true }, grant: { way: "none" } };

/**
 * The one decision on sound with a share: what can be offered, why not, and which device id it takes. Never the plain
 * `loopback`, which contains our own call, and never more than the plan says: what cannot be had is not offered.
 * @param process the source's process, or null when it could not be found
 */
export function audioOffers(
  system: AudioSystem,
  sourceKind: ShareSource["kind"],
  process: AudioProcess | null,
): readonly AudioOffer[] {
  if (system.platform !== "win32" && system.platform !== "darwin") return [noSound];
  if (!isAtLeast(system.electronVersion, MINIMUM_ELECTRON)) {
    return [unavailable("app", "appTooOld"), unavailable("systemWithoutUs", "appTooOld"), noSound];
  }
  const tooOld = system.platform === "win32" ? windowsFault(system) : macosFault(system);
  if (tooOld) return [unavailable("app", tooOld), unavailable("systemWithoutUs", tooOld), noSound];
  return [
    appOffer(system, sourceKind, process),
    { choice: { plan: "systemWithoutUs", available: true }, grant: { way: "display", deviceId: WITHOUT_US } },
    noSound,
  ];
}

/** On macOS the id takes a bundle instead of a process and is unmeasured in Electron, so it is not offered there. */
function appOffer(system: AudioSystem, sourceKind: ShareSource["kind"], process: AudioProcess | null): AudioOffer {
  if (sourceKind === "screen") return unavailable("app", "screenHasNoApp");
  // A malformed id can bring down Chromium's audio service, hence digits only.
  if (system.platform !== "win32" || !process || !/^\d{1,10}$/.test(process.processId)) {
    return unavailable("app", "noProcess");
  }
  return {
    choice: { plan: "app", available: true, appName: process.appName },
    grant: { way: "display", deviceId: `applicationLoopback:${process.processId}` },
  };
}

function windowsFault(system: AudioSystem): AudioUnavailable | null {
  return isAtLeast(system.systemVersion, MINIMUM_WINDOWS) ? null : "windowsTooOld";
}

function macosFault(system: AudioSystem): AudioUnavailable | null {
  return isAtLeast(system.systemVersion, MINIMUM_MACOS) ? null : "macosTooOld";
}

function unavailable(plan: AudioPlan, reason: AudioUnavailable): AudioOffer {
  return { choice: { plan, available: false, reason }, grant: null };
}

/** Compares dotted numbers; a version that is not one counts as too old. */
function isAtLeast(version: string, minimum: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, wanted] of minimum.entries()) {
    const part = parts[index] ?? 0;
    if (!(part >= wanted)) return false;
    if (part > wanted) return true;
  }
  return true;
}
