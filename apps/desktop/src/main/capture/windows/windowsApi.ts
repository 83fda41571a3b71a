import type { ScreenBounds } from "../windowWatch";
import {
  PROCESS_ENTRY_BYTES,
  readFileDescription,
  readProcessEntry,
  readRect,
  readText,
  RECT_BYTES,
} from "./nativeRecords";
import type { NativeFunctions } from "./nativeFunctions";
import type { ProcessLookup, ProcessRecord, WindowRecord } from "./soundOwner";
import type { WindowPlace } from "./windowPlace";

/** What Windows tells about windows and processes. Every answer is of the moment and may be outdated at once. */
export interface WindowsApi {
  window(handle: bigint): WindowRecord | null;
  /** Where a window is; null when there is none of this handle. */
  place(handle: bigint): WindowPlace | null;
  /** Looks up processes in one snapshot of the system. */
  processes(): ProcessLookup;
  /** The description in a program's file, or null. */
  description(executable: string): string | null;
}

const EXTENDED_FRAME_BOUNDS = 9;
const CLOAKED = 14;
const SNAPSHOT_PROCESSES = 0x2;
const QUERY_LIMITED_INFORMATION = 0x1000;
const LONGEST_PATH = 32_768;
const LONGEST_CLASS_NAME = 256;
/** The list of children may change while it is walked: better incomplete than endless. */
const MOST_CHILDREN = 64;
const MOST_PROCESSES = 65_536;
/** A version resource is some kilobytes. */
const LARGEST_VERSION = 1_048_576;

/** Calls Windows by the bound functions. Rules about the answers are in `soundOwner`. */
export function createWindowsApi(native: NativeFunctions): WindowsApi {
  return {
    window(handle) {
      const processId = processOfWindow(native, handle);
      return processId === 0 ? null : { processId, children: childrenOf(native, handle) };
    },
    place(handle) {
      const processId = processOfWindow(native, handle);
      if (processId === 0) return null;
      return {
        processId,
        isMinimised: native.isMinimised(handle) !== 0,
        isCloaked: isCloaked(native, handle),
        visible: visibleBounds(native, handle),
      };
    },
    processes() {
      const parents = snapshot(native);
      return (processId) => {
        const parentId = parents.get(processId);
        return parentId === undefined ? null : { processId, parentId, ...detailsOf(native, processId) };
      };
    },
    description(executable) {
      const length = Number(native.versionSize(executable, null));
      if (length === 0 || length > LARGEST_VERSION) return null;
      const resource = Buffer.alloc(length);
      return native.version(executable, 0, length, resource) ? readFileDescription(resource) : null;
    },
  };
}

function processOfWindow(native: NativeFunctions, handle: bigint): number {
  const processId = Buffer.alloc(4);
  return native.windowProcess(handle, processId) ? processId.readUInt32LE() : 0;
}

/** What Chromium captures: GetWindowRect also counts the shadow and the invisible edge. */
function visibleBounds(native: NativeFunctions, handle: bigint): ScreenBounds | null {
  const rect = Buffer.alloc(RECT_BYTES);
  if (native.windowAttribute(handle, EXTENDED_FRAME_BOUNDS, rect, RECT_BYTES) === 0) return readRect(rect);
  return native.windowRect(handle, rect) ? readRect(rect) : null;
}

function isCloaked(native: NativeFunctions, handle: bigint): boolean {
  const reason = Buffer.alloc(4);
  return native.windowAttribute(handle, CLOAKED, reason, 4) === 0 && reason.readUInt32LE() !== 0;
}

function childrenOf(native: NativeFunctions, handle: bigint): WindowRecord["children"] {
  const children: { className: string; processId: number }[] = [];
  const name = Buffer.alloc(LONGEST_CLASS_NAME * 2);
  let child = BigInt(native.nextChild(handle, 0, null, null));
  while (child !== 0n && children.length < MOST_CHILDREN) {
    const className = readText(name, Number(native.className(child, name, LONGEST_CLASS_NAME)));
    children.push({ className, processId: processOfWindow(native, child) });
    child = BigInt(native.nextChild(handle, child, null, null));
  }
  return children;
}

/** Parents by process. */
function snapshot(native: NativeFunctions): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const taken = native.snapshot(SNAPSHOT_PROCESSES, 0);
  if (Number(taken) === -1) return parents;
  const entry = Buffer.alloc(PROCESS_ENTRY_BYTES);
  entry.writeUInt32LE(PROCESS_ENTRY_BYTES);
  let isMore = native.firstProcess(taken, entry);
  while (isMore && parents.size < MOST_PROCESSES) {
    const { processId, parentId } = readProcessEntry(entry);
    parents.set(processId, parentId);
    isMore = native.nextProcess(taken, entry);
  }
  native.close(taken);
  return parents;
}

/** A process of another user or of the system may not be opened: then nothing more is known about it. */
function detailsOf(native: NativeFunctions, processId: number): Pick<ProcessRecord, "executable" | "startedAt"> {
  const process = native.openProcess(QUERY_LIMITED_INFORMATION, 0, processId);
  if (!process) return { executable: null, startedAt: null };
  const path = Buffer.alloc(LONGEST_PATH * 2);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(LONGEST_PATH);
  const isNamed = native.imageName(process, 0, path, length);
  const created = Buffer.alloc(8);
  const isTimed = native.processTimes(process, created, Buffer.alloc(8), Buffer.alloc(8), Buffer.alloc(8));
  native.close(process);
  return {
    executable: isNamed ? readText(path, length.readUInt32LE()) : null,
    startedAt: isTimed ? created.readBigUInt64LE() : null,
  };
}
