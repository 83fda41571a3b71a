import { z } from "zod";
import type { WatchedWindow } from "../windowWatch";

/**
 * Tells where one window is, in JavaScript for Automation: a line of JSON per change and one each second anyway, so that it
 * notices at the latest then that nobody reads any more, and ends. It ends by itself after a while, too, as what it asks for is
 * freed only with its process. Argument: the window's number. Takes no permission and no prompt.
 */
export const WINDOW_PLACE_SCRIPT = `
ObjC.import("CoreGraphics");
ObjC.import("Foundation");
function look(wanted) {
  const found = ObjC.castRefToObject($.CGWindowListCopyWindowInfo($.kCGWindowListOptionIncludingWindow, wanted));
  if (found.count === 0) return "null";
  const window = found.objectAtIndex(0);
  const bounds = ObjC.deepUnwrap(window.objectForKey("kCGWindowBounds"));
  return JSON.stringify({
    processId: Number(ObjC.unwrap(window.objectForKey("kCGWindowOwnerPID"))),
    onScreen: Boolean(ObjC.unwrap(window.objectForKey("kCGWindowIsOnscreen"))),
    x: Number(bounds.X), y: Number(bounds.Y), width: Number(bounds.Width), height: Number(bounds.Height),
  });
}
function run(argv) {
  const output = $.NSFileHandle.fileHandleWithStandardOutput;
  let told = "";
  for (let count = 0; count < 3000; count += 1) {
    const line = look(Number(argv[0]));
    if (line !== told || count % 10 === 0) output.writeData($(line + "\\n").dataUsingEncoding($.NSUTF8StringEncoding));
    if (line === "null") return;
    told = line;
    delay(0.1);
  }
}
`;

const coordinate = z.number().min(-100_000).max(100_000);
const length = z.number().min(0).max(100_000);
const placeSchema = z.strictObject({
  processId: z.number().int().positive(),
  onScreen: z.boolean(),
  x: coordinate,
  y: coordinate,
  width: length,
  height: length,
});

/** Where a window is, as the window server tells it, in points from the main screen's upper left corner: Electron's own. */
export type MacosPlace = z.infer<typeof placeSchema>;

/** A line of the script: the place; null when the window is gone; undefined when it is no line of the script's. */
export function readPlace(line: string): MacosPlace | null | undefined {
  try {
    return placeSchema.nullable().parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/**
 * What is to be told of a followed window. Off the screen may be minimised, hidden or on another desktop, which is not told
 * apart without the person's leave to control the computer: its place is not known then, and no more is claimed.
 * @param processId the process the window belonged to at first
 */
export function watchedPlace(place: MacosPlace | null, processId: number): WatchedWindow {
  if (!place || place.processId !== processId) return { bounds: null, state: "closed" };
  const { onScreen, x, y, width, height } = place;
  return { bounds: onScreen && width > 0 && height > 0 ? { x, y, width, height } : null, state: "normal" };
}
