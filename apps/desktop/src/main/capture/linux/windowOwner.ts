import { flatpakOf, isOurs, lineageOf, programName, programOf } from "./processes";
import { askTool } from "./soundTool";
import type { SoundTarget } from "./soundTarget";

/** Whose window it is. */
export interface WindowOwner {
  readonly target: Extract<SoundTarget, { kind: "process" | "flatpak" }>;
  readonly appName: string;
}

/** What a window says of itself (https://specifications.freedesktop.org/wm-spec/latest/, _NET_WM_PID; ICCCM, WM_CLASS). */
export interface WindowWords {
  readonly pid: number | null;
  /** Both parts of WM_CLASS: the instance's name and the app's. */
  readonly classes: readonly string[];
}

/** Reads what `xprop -id … _NET_WM_PID WM_CLASS` prints. */
export function windowWordsIn(printed: string): WindowWords {
  const pid = /^_NET_WM_PID\(CARDINAL\) = (\d{1,10})$/m.exec(printed)?.[1];
  const classes = /^WM_CLASS\(STRING\) = (.+)$/m.exec(printed)?.[1] ?? "";
  return {
    pid: pid === undefined ? null : Number(pid),
    classes: [...classes.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text).filter(Boolean),
  };
}

/** Does a Flatpak's id belong to a window of those classes? `org.videolan.VLC` has windows of class `vlc`. */
export function isFlatpakOf(flatpakId: string, classes: readonly string[]): boolean {
  const last = flatpakId.split(".").at(-1) ?? flatpakId;
  return classes.some((name) => [flatpakId, last].some((id) => id.toLowerCase() === name.toLowerCase()));
}

/** Programs that run other people's programs: that parent and child have one of them in common makes them no one app. */
const interpreter = /\/(python|node|java|perl|ruby|bash|dash|sh|zsh|fish|electron|wine|mono|dotnet)[\w.-]*$/;

/** A program's oldest ancestor that is the same program: its windows and its sound may belong to different children. */
export function topOfProgram(line: readonly number[], programAt: (pid: number) => string | null): number | null {
  const program = programAt(line[0] ?? -1);
  if (program === null) return null;
  if (interpreter.test(program)) return line[0] ?? null;
  const other = line.findIndex((pid) => programAt(pid) !== program);
  return line[(other < 0 ? line.length : other) - 1] ?? null;
}

/**
 * Finds out whose an X11 window is; null when that cannot be known for sure.
 * @param sourceId Chromium's `window:<XID>:<n>`
 * @param flatpaks ids of the Flatpaks that sound now: their windows carry process ids of another world
 */
export async function ownerOfWindow(sourceId: string, flatpaks: readonly string[]): Promise<WindowOwner | null> {
  const xid = /^window:(\d{1,10}):/.exec(sourceId)?.[1];
  const printed = xid && (await askTool("xprop", ["-id", xid, "_NET_WM_PID", "WM_CLASS"]));
  if (!printed) return null;
  const { pid, classes } = windowWordsIn(printed);
  const sandboxed = flatpaks.find((id) => isFlatpakOf(id, classes));
  if (sandboxed) return { target: { kind: "flatpak", flatpakId: sandboxed }, appName: classes.at(-1) ?? sandboxed };
  if (pid === null || !isOurs(pid)) return null;
  const flatpakId = flatpakOf(pid);
  const top = topOfProgram(lineageOf(pid), programOf);
  const appName = classes.at(-1) ?? programName(pid);
  if (top === null || !appName) return null;
  return { target: flatpakId ? { kind: "flatpak", flatpakId } : { kind: "process", pid: top }, appName };
}
