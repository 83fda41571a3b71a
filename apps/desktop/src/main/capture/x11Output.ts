import type { ScreenBounds, WatchedWindow } from "./windowWatch";

/** Decimal X window id of `window:<XID>:<n>`, or null for what is no window. */
export function xWindowOf(sourceId: string): string | null {
  return /^window:(\d{1,10}):\d+$/.exec(sourceId)?.[1] ?? null;
}

/**
 * Position and size in X pixels from the output of `xwininfo -id`; null when it is none. Chromium captures exactly this
 * rectangle, the program's own window without the frame that the window manager put around it.
 */
export function geometryOf(xwininfo: string): ScreenBounds | null {
  const number = (label: string) =>
    Number(new RegExp(`^\\s*${label}:\\s+(-?\\d+)$`, "m").exec(xwininfo)?.[1] ?? Number.NaN);
  const geometry = {
    x: number("Absolute upper-left X"),
    y: number("Absolute upper-left Y"),
    width: number("Width"),
    height: number("Height"),
  };
  return Object.values(geometry).every(Number.isFinite) && geometry.width > 0 && geometry.height > 0 ? geometry : null;
}

/** Bits per pixel of a window, from `xwininfo`; 32 means that it can be seen through, which takes a compositing manager. */
export function depthOf(xwininfo: string): number | null {
  const depth = /^\s*Depth:\s+(\d+)$/m.exec(xwininfo)?.[1];
  return depth === undefined ? null : Number(depth);
}

/**
 * From the output of `xprop -id <id> WM_STATE _NET_WM_STATE`. A window manager marks a minimised window by the first (ICCCM,
 * 4.1.3.1), by the second (Extended Window Manager Hints), or by both.
 */
export function stateOf(xprop: string): WatchedWindow["state"] {
  const iconic = /window state:\s*Iconic/.test(xprop);
  const hidden = /^_NET_WM_STATE\b.*\b_NET_WM_STATE_HIDDEN\b/m.test(xprop);
  return iconic || hidden ? "minimised" : "normal";
}

/** Is this what both tools say of a window that does not exist any more? */
export function isGone(errors: string): boolean {
  return /BadWindow|Bad Drawable|No such window/.test(errors);
}

/** Does a piece of `xev`'s output tell of something after which place or state may differ? */
export function tellsOfChange(xev: string): boolean {
  return /^(ConfigureNotify|ReparentNotify|MapNotify|UnmapNotify|DestroyNotify) event|\((WM_STATE|_NET_WM_STATE)\)/m.test(
    xev,
  );
}

/** From X pixels to device-independent ones. Chromium scales all of an X screen by one factor. */
export function toDip({ x, y, width, height }: ScreenBounds, scaleFactor: number): ScreenBounds {
  const left = Math.round(x / scaleFactor);
  const top = Math.round(y / scaleFactor);
  const right = Math.round((x + width) / scaleFactor);
  const bottom = Math.round((y + height) / scaleFactor);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
