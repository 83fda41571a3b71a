/** A window as the system tells it. */
export interface WindowRecord {
  readonly processId: number;
  /** Direct children, in the system's order. */
  readonly children: readonly { readonly className: string; readonly processId: number }[];
}

/** A running process as the system tells it. */
export interface ProcessRecord {
  readonly processId: number;
  /** Who started it, by a number that may belong to another process by now. */
  readonly parentId: number;
  /** Full path; null for a process that may not be looked into. */
  readonly executable: string | null;
  /** When it started, in 100 ns since 1601 (FILETIME); null when unknown. */
  readonly startedAt: bigint | null;
}

/** The record of a running process, or null. */
export type ProcessLookup = (processId: number) => ProcessRecord | null;

/** Draws the frame around a window of a store app (UWP), and never sounds. */
const STORE_APP_FRAME = "applicationframehost.exe";
const STORE_APP_WINDOW = "Windows.UI.Core.CoreWindow";
/** Desktop, taskbar and file windows are one process, and most apps are its children. */
const SHELL = "explorer.exe";

/**
 * The process whose tree is captured for "the sound of this app": the top one of the same program above the window's
 * process. Never a tree that contains our own call, as the peer would hear themselves.
 */
export function soundOwner(
  window: WindowRecord,
  lookup: ProcessLookup,
  ownProcessId: number,
): ProcessRecord | "noProcess" | "startsOthers" {
  const process = windowOwner(window, lookup);
  if (!process) return "noProcess";
  const top = topOfProgram(process, lookup);
  const own = lookup(ownProcessId);
  const holdsUs = top.processId === ownProcessId || (own !== null && isAncestor(top.processId, own, lookup));
  return holdsUs || fileName(top.executable) === SHELL ? "startsOthers" : top;
}

/** A store app's window belongs to the frame's process, its content to the app's. A suspended app has no content. */
export function windowOwner(window: WindowRecord, lookup: ProcessLookup): ProcessRecord | null {
  const owner = lookup(window.processId);
  if (!owner || fileName(owner.executable) !== STORE_APP_FRAME) return owner;
  const content = window.children.find(
    ({ className, processId }) => className === STORE_APP_WINDOW && processId !== window.processId,
  );
  return content ? lookup(content.processId) : null;
}

/** Walks up while the parent is surely the same program: the same file, started before its child. */
function topOfProgram(process: ProcessRecord, lookup: ProcessLookup): ProcessRecord {
  // Two of the same tick could name each other as parent.
  const seen = new Set([process.processId]);
  for (let top = process; ; ) {
    const parent = lookup(top.parentId);
    if (!parent || seen.has(parent.processId)) return top;
    if (!isSameProgram(parent, top) || startedBefore(parent, top) !== true) return top;
    seen.add(parent.processId);
    top = parent;
  }
}

function isSameProgram(a: ProcessRecord, b: ProcessRecord): boolean {
  return a.executable !== null && a.executable.toLowerCase() === b.executable?.toLowerCase();
}

/** Is it among those that `process` descends from? What is unknown counts as descent: the doubt is about our own call. */
function isAncestor(processId: number, process: ProcessRecord, lookup: ProcessLookup): boolean {
  const seen = new Set([process.processId]);
  for (let child = process; ; ) {
    const parent = lookup(child.parentId);
    if (!parent || seen.has(parent.processId) || startedBefore(parent, child) === false) return false;
    if (parent.processId === processId) return true;
    seen.add(parent.processId);
    child = parent;
  }
}

/** False: the parent's number was given to a younger process. Null: not known. Two may start in the same tick. */
function startedBefore(parent: ProcessRecord, child: ProcessRecord): boolean | null {
  if (parent.startedAt === null || child.startedAt === null) return null;
  return parent.startedAt <= child.startedAt;
}

function fileName(path: string | null): string {
  return path?.split("\\").at(-1)?.toLowerCase() ?? "";
}

/** What people call a program: its file's description, else its file's name. */
export function programName(executable: string | null, description: string | null): string | undefined {
  const described = description?.trim();
  if (described) return described.slice(0, 100);
  const name = executable
    ?.split("\\")
    .at(-1)
    ?.replace(/\.exe$/i, "");
  return name || undefined;
}
