import { readFileSync, readlinkSync, statSync } from "node:fs";
import { basename } from "node:path";

/** Deeper chains do not exist; a loop (ids are reused while we read) ends here. */
const MAX_DEPTH = 64;

/** The process and its ancestors, nearest first (proc(5)); empty when it is gone. */
export function lineageOf(pid: number): readonly number[] {
  const line: number[] = [];
  for (let next = pid; next > 0 && line.length < MAX_DEPTH; ) {
    const parent = parentOf(next);
    if (parent === null) break;
    line.push(next);
    next = parent;
  }
  return line;
}

/** Path of the program a process runs; null for those of other users, and for the kernel's own. */
export function programOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return null;
  }
}

export function programName(pid: number): string | null {
  const program = programOf(pid);
  return program === null ? null : basename(program).replace(/ \(deleted\)$/, "");
}

/** Is it a process of the person at this computer? */
export function isOurs(pid: number): boolean {
  try {
    return statSync(`/proc/${pid}`).uid === process.getuid?.();
  } catch {
    return false;
  }
}

/** Id of the Flatpak that a process of the host runs in. */
export function flatpakOf(pid: number): string | null {
  try {
    return flatpakIdIn(readFileSync(`/proc/${pid}/root/.flatpak-info`, "utf8"));
  } catch {
    return null;
  }
}

/** The id in a `.flatpak-info` (flatpak-metadata(5)). */
export function flatpakIdIn(info: string): string | null {
  return /^name=([A-Za-z0-9._-]{1,255})$/m.exec(info)?.[1] ?? null;
}

/** The parent's id out of `/proc/<pid>/stat`; the name before it may hold blanks and brackets. */
export function parentIn(stat: string): number | null {
  const parent = /^\d+ \(.*\) \S (\d+) /s.exec(stat)?.[1];
  return parent === undefined ? null : Number(parent);
}

function parentOf(pid: number): number | null {
  try {
    return parentIn(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return null;
  }
}
