import type { GraphObject } from "./graph";

/** More than a desktop with hundreds of streams prints at once. */
const MAX_WAITING = 16 * 1024 * 1024;

/**
 * Cuts what `pw-dump --monitor` prints, one JSON array after the other, into arrays. Each ends with a line that is
 * nothing but its closing bracket. Throws when it is not what `pw-dump` prints.
 */
export function createGraphReader(): (text: string) => readonly GraphObject[] {
  let waiting = "";
  return (text) => {
    waiting += text;
    if (waiting.length > MAX_WAITING) throw new Error("pw-dump printed no end");
    const end = waiting.lastIndexOf("\n]");
    if (end < 0) return [];
    const whole = waiting.slice(0, end + 2);
    waiting = waiting.slice(end + 2);
    return whole.split(/(?<=\n\])\s*(?=\[)/).flatMap(objectsIn);
  };
}

function objectsIn(array: string): readonly GraphObject[] {
  const parsed: unknown = JSON.parse(array);
  if (!Array.isArray(parsed)) throw new Error("pw-dump printed no array");
  return parsed.filter(isObject);
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "number";
}
