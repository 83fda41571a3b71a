// How the records of the Windows API lie in memory on 64 bit systems, the only ones the app is built for.
import type { ScreenBounds } from "../windowWatch";

/** Size of PROCESSENTRY32W. */
export const PROCESS_ENTRY_BYTES = 568;

/** The number and the parent's number from a PROCESSENTRY32W. */
export function readProcessEntry(entry: Buffer): { readonly processId: number; readonly parentId: number } {
  return { processId: entry.readUInt32LE(8), parentId: entry.readUInt32LE(32) };
}

/** Size of RECT. */
export const RECT_BYTES = 16;

/** A RECT, whose right and bottom lie outside. */
export function readRect(rect: Buffer): ScreenBounds {
  const [x, y] = [rect.readInt32LE(0), rect.readInt32LE(4)];
  return { x, y, width: rect.readInt32LE(8) - x, height: rect.readInt32LE(12) - y };
}

/** A text of `length` UTF-16 units, at most up to its end mark. */
export function readText(buffer: Buffer, length: number): string {
  const text = buffer.toString("utf16le", 0, Math.max(0, Math.min(length * 2, buffer.length)));
  return text.split("\0", 1)[0] ?? "";
}

const DESCRIPTION_KEY = Buffer.from("FileDescription\0", "utf16le");
/** A string's header in VS_VERSIONINFO: its length, its value's length in units, its type; then the key. */
const STRING_HEADER_BYTES = 6;

/**
 * FileDescription from a file's version resource (VS_VERSIONINFO), the name that Task Manager shows. The first language
 * counts. Null when there is none, or the record is damaged.
 */
export function readFileDescription(resource: Buffer): string | null {
  const key = resource.indexOf(DESCRIPTION_KEY);
  if (key < STRING_HEADER_BYTES) return null;
  const units = resource.readUInt16LE(key - STRING_HEADER_BYTES + 2);
  // Values lie on 32 bit borders.
  const start = Math.ceil((key + DESCRIPTION_KEY.length) / 4) * 4;
  if (start + units * 2 > resource.length) return null;
  return readText(resource.subarray(start), units) || null;
}
