import { watchLevel } from "./levelMeter";

/** Below this a microphone gives zeros: switched off at the device, or by the system. A quiet room is louder. */
const SILENCE_DB = -100;
/** A headset that wakes up needs a moment. */
const LISTEN_MS = 2_500;
const LOOK_MS = 4_000;

/** What the browser says of a device's permission; null where it does not tell. */
export async function permissionOf(name: "microphone" | "camera"): Promise<PermissionState | null> {
  try {
    return (await navigator.permissions.query({ name })).state;
  } catch {
    return null;
  }
}

/** Whether anything but digital silence comes from a microphone. Where the browser measures nothing, it is believed. */
export function hears(track: MediaStreamTrack, watch: typeof watchLevel = watchLevel): Promise<boolean> {
  return new Promise((resolve) => {
    let measured = false;
    const settle = (heard: boolean) => {
      clearTimeout(timer);
      stop();
      resolve(heard);
    };
    const stop = watch(track, (level) => {
      measured = true;
      if (level > SILENCE_DB) settle(true);
    });
    const timer = setTimeout(() => settle(!measured), LISTEN_MS);
  });
}

/** Whether a first picture comes from a camera. */
export function sees(track: MediaStreamTrack): Promise<boolean> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  return new Promise((resolve) => {
    const settle = (seen: boolean) => {
      clearTimeout(timer);
      video.srcObject = null;
      resolve(seen);
    };
    const timer = setTimeout(() => settle(false), LOOK_MS);
    video.addEventListener("loadeddata", () => settle(true), { once: true });
    video.srcObject = new MediaStream([track]);
  });
}
