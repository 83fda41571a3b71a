import type { AudioPlan, AudioUnavailable, ShareSource } from "../../shared/sharing";
import { soundNeeds } from "../../shared/soundNeeds";
import { appSoundId, isBundleId, isProcessId, WITHOUT_US } from "./soundDeviceId";
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
  /** macOS: the bundle whose sound is taken. */
  readonly bundleId?: string;
  readonly appName?: string;
}

/** The process behind a window, or why its sound cannot be taken alone. */
export type ProcessFound = AudioProcess | AudioUnavailable;

const noSound: AudioOffer = { choice: { plan: "none", available: true }, grant: { way: "none" } };

/**
 * The one decision on sound with a share: what can be offered, why not, and which device id it takes. Never the plain
 * `loopback`, which contains our own call, and never more than the plan says: what cannot be had is not offered.
 * @param process the source's process, or why there is none; null when it could not be found
 */
export function audioOffers(
  system: AudioSystem,
  sourceKind: ShareSource["kind"],
  process: ProcessFound | null,
): readonly AudioOffer[] {
  if (system.platform !== "win32" && system.platform !== "darwin") return [noSound];
  const tooOld = soundFault(system);
  if (tooOld) return [unavailable("app", tooOld), unavailable("systemWithoutUs", tooOld), noSound];
  return [
    appOffer(system.platform, sourceKind, process ?? "noProcess"),
    { choice: { plan: "systemWithoutUs", available: true }, grant: { way: "display", deviceId: WITHOUT_US } },
    noSound,
  ];
}

/** What keeps every sound from being offered on Windows or macOS; null when nothing does. */
export function soundFault(system: AudioSystem): AudioUnavailable | null {
  if (!isAtLeast(system.electronVersion, soundNeeds.electron.version)) return "appTooOld";
  if (system.platform === "win32") {
    return isAtLeast(system.systemVersion, soundNeeds.windows.version) ? null : "windowsTooOld";
  }
  return isAtLeast(system.systemVersion, soundNeeds.macos.version) ? null : "macosTooOld";
}

/** The id names the process on Windows and the bundle on macOS; what is malformed counts as not found. */
function appOffer(platform: "win32" | "darwin", sourceKind: ShareSource["kind"], process: ProcessFound): AudioOffer {
  if (sourceKind === "screen") return unavailable("app", "screenHasNoApp");
  if (typeof process === "string") return unavailable("app", process);
  const { processId, bundleId = "", appName } = process;
  const isSound = platform === "win32" ? isProcessId(processId, platform) : isBundleId(bundleId);
  if (!isSound) return unavailable("app", "noProcess");
  return {
    choice: { plan: "app", available: true, appName },
    grant: { way: "display", deviceId: appSoundId(platform === "win32" ? processId : bundleId) },
  };
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
