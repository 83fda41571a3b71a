/** Less than the five seconds after which Chromium ends the process. */
const AGAIN_MS = 4_000;

/**
 * Keeps the process running in which Chromium opens cameras. It ends five seconds after its last use
 * (https://source.chromium.org/chromium/chromium/src/+/main:content/browser/video_capture_service_impl.cc), and a call that is
 * answered then waits until it has begun again. Asking which devices there are begins it, and opens none of them (R1). Where the
 * list is kept by the browser itself, as on Windows and macOS, the question changes nothing. Returns what ends it.
 */
export function keepCaptureReady(devices: Pick<MediaDevices, "enumerateDevices"> | undefined): () => void {
  const ask = () => void devices?.enumerateDevices().catch(() => {});
  ask();
  const timer = setInterval(ask, AGAIN_MS);
  return () => clearInterval(timer);
}
