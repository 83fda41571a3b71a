import type { ScreenBounds, WatchedWindow } from "../windowWatch";

/** Where a window is, as Windows tells it. */
export interface WindowPlace {
  readonly processId: number;
  readonly isMinimised: boolean;
  /** Not shown although it is open: on another desktop, or a store app that was suspended. */
  readonly isCloaked: boolean;
  /** What is seen of it, without its shadow and the invisible edge to grip, in pixels of the screen; null when unknown. */
  readonly visible: ScreenBounds | null;
}

/**
 * What is to be told of a followed window. A handle may be given to another window once its own is closed, which then
 * belongs to another process.
 * @param processId the process the window belonged to at first
 * @param toDip turns pixels of the screen into device-independent ones
 */
export function watchedWindow(
  place: WindowPlace | null,
  processId: number,
  toDip: (pixels: ScreenBounds) => ScreenBounds,
): WatchedWindow {
  if (!place || place.processId !== processId) return { bounds: null, state: "closed" };
  if (place.isMinimised) return { bounds: null, state: "minimised" };
  const isShown = !place.isCloaked && place.visible !== null && place.visible.width > 0 && place.visible.height > 0;
  return { bounds: isShown && place.visible ? toDip(place.visible) : null, state: "normal" };
}
