import { type RefObject, useLayoutEffect } from "react";

function play(element: HTMLVideoElement | null, stream: MediaStream | null): void {
  if (!element || element.srcObject === stream) return;
  element.srcObject = stream;
  // Refused only when the element was given another stream meanwhile; that stream is played by its own run.
  if (stream) element.play().catch(() => undefined);
}

/** Plays a stream in a video element as soon as it is there; without sound, which comes from elsewhere. */
export function usePlay(video: RefObject<HTMLVideoElement | null>, stream: MediaStream | null): void {
  useLayoutEffect(() => play(video.current, stream), [video, stream]);
}
