import { z } from "zod";
import type { ProcessFound } from "../audioPlan";
import { isBundleId, isProcessId } from "../soundDeviceId";

/**
 * Asks the window server whose window it is, in JavaScript for Automation. Arguments: the window's number and our own
 * process. Reading this list takes no permission and no prompt. All windows are listed, as a minimised one is not on
 * screen, and each is read key by key: the whole list does not unwrap on every macOS.
 */
export const WINDOW_APP_SCRIPT = `
ObjC.import("CoreGraphics");
ObjC.import("AppKit");
function appOf(pid) {
  const app = $.NSRunningApplication.runningApplicationWithProcessIdentifier(pid);
  const bundleId = ObjC.unwrap(app.bundleIdentifier);
  return { bundleId: bundleId === undefined ? null : bundleId, name: ObjC.unwrap(app.localizedName) || null };
}
function run(argv) {
  const wanted = Number(argv[0]);
  const windows = ObjC.castRefToObject($.CGWindowListCopyWindowInfo($.kCGWindowListOptionAll, $.kCGNullWindowID));
  for (let index = 0; index < windows.count; index += 1) {
    const window = windows.objectAtIndex(index);
    if (Number(ObjC.unwrap(window.objectForKey("kCGWindowNumber"))) !== wanted) continue;
    const pid = Number(ObjC.unwrap(window.objectForKey("kCGWindowOwnerPID")));
    const app = appOf(pid);
    const ours = appOf(Number(argv[1]));
    return JSON.stringify({ processId: String(pid), bundleId: app.bundleId, name: app.name, ownBundleId: ours.bundleId });
  }
  return "null";
}
`;

const answerSchema = z.strictObject({
  processId: z.string().refine((text) => isProcessId(text, "darwin")),
  bundleId: z.string().refine(isBundleId),
  name: z.string().max(200).nullable(),
  ownBundleId: z.string().max(200).nullable(),
});

/**
 * The app from the script's answer. What is malformed counts as not found: a bundle's name comes from its own file and
 * could be anything. Our own bundle would bring the call along.
 */
export function readWindowApp(answer: string): ProcessFound {
  const parsed = answerSchema.safeParse(parseJson(answer));
  if (!parsed.success) return "noProcess";
  const { processId, bundleId, name, ownBundleId } = parsed.data;
  if (bundleId.toLowerCase() === ownBundleId?.toLowerCase()) return "startsOthers";
  return { processId, bundleId, appName: name?.trim() || undefined };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The window's number (CGWindowID) from a source id, `window:<number>:<n>`; null when it is no window. */
export function windowNumber(sourceId: string): string | null {
  const number = /^window:(\d{1,10}):\d{1,10}$/.exec(sourceId)?.[1];
  return number && Number(number) > 0 && Number(number) <= 0xffff_ffff ? number : null;
}
