import { type RefObject, useLayoutEffect } from "react";

/**
 * Tells when the first picture of each stream is on the screen. Not at `loadeddata`: whatever is drawn then is drawn first, and the
 * picture waits for it (docs/call-setup.md). A browser without these callbacks (Firefox before 132) never tells.
 */
export function useFirstFrame(
  video: RefObject<HTMLVideoElement | null>,
  stream: MediaStream | null,
  tell: (() => void) | undefined,
): void {
  useLayoutEffect(() => {
    const element = video.current;
    if (!element || !stream || !tell || !("requestVideoFrameCallback" in element)) return;
    const callback = element.requestVideoFrameCallback(tell);
    return () => element.cancelVideoFrameCallback(callback);
  }, [video, stream, tell]);
}
