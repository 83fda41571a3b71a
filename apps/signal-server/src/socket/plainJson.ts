/** Our deepest payload has four levels. */
const MAX_DEPTH = 8;
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/** True for values JSON can hold, without binary parts, keys that reach for prototypes, or absurd nesting. */
export function isPlainJson(value: unknown, depth = 0): boolean {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return true;
  if (typeof value !== "object" || depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => isPlainJson(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  return Object.entries(value).every(([key, item]) => !UNSAFE_KEYS.has(key) && isPlainJson(item, depth + 1));
}
