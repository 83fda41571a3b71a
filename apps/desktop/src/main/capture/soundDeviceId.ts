/** Largest process id of a system, as Chromium reads it: unsigned 32 bit on Windows, `pid_t` on macOS. */
const LARGEST_PROCESS_ID = { win32: 0xffff_ffff, darwin: 0x7fff_ffff };

/** Everything our audio service plays is left out, so the peer does not hear themselves. */
export const WITHOUT_US = "loopbackWithoutChrome";

/** Chromium's id for the sound of one app: by process on Windows, by bundle on macOS. */
export function appSoundId(target: string): string {
  return `applicationLoopback:${target}`;
}

/** 1 to 10 digits that fit the system's process ids; 0 is no app. */
export function isProcessId(text: string, platform: "win32" | "darwin"): boolean {
  return /^\d{1,10}$/.test(text) && Number(text) > 0 && Number(text) <= LARGEST_PROCESS_ID[platform];
}

/** A bundle identifier as Apple allows it. One without a letter is refused: it could be taken for a process id. */
export function isBundleId(text: string): boolean {
  return /^[A-Za-z0-9.-]{1,155}$/.test(text) && /[A-Za-z]/.test(text);
}

/**
 * Is this one of the audio device ids that we make ourselves? The last look before Chromium, which checks nothing:
 * a process id on Windows that is no unsigned 32 bit number stops its process (a failed CHECK), one on macOS that
 * cannot be read is ignored and the sound of more processes is captured, and plain `loopback` contains our own call.
 */
export function isSoundDeviceId(id: string, platform: NodeJS.Platform): boolean {
  if (platform !== "win32" && platform !== "darwin") return false;
  if (id === WITHOUT_US) return true;
  const [prefix, target = "", process, ...rest] = id.split(":");
  if (prefix !== "applicationLoopback" || rest.length > 0) return false;
  if (platform === "win32") return process === undefined && isProcessId(target, platform);
  return isBundleId(target) && (process === undefined || isProcessId(process, platform));
}
