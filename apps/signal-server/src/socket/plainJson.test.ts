import fc from "fast-check";
import { expect, it } from "vitest";
import { isPlainJson } from "./plainJson";

const unsafe = fc.constantFrom("__proto__", "constructor", "prototype");

/** JSON with an own property of this name anywhere inside, as JSON.parse makes it. */
function withKey(value: unknown, key: string, path: readonly string[]): unknown {
  const inner = `{${JSON.stringify(key)}:${JSON.stringify(value)}}`;
  return JSON.parse(path.reduceRight((text, part) => `{${JSON.stringify(part)}:${text}}`, inner));
}

it("R18 takes what honest payloads are made of", () => {
  const reaches = /__proto__|constructor|prototype/;
  const honest = fc.jsonValue({ maxDepth: 3 }).filter((value) => !reaches.test(JSON.stringify(value)));
  fc.assert(fc.property(honest, (value) => isPlainJson(value)));
});

it("R18 refuses keys that reach for prototypes, at any depth", () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 2 }),
      unsafe,
      fc.array(fc.constantFrom("a", "b"), { maxLength: 5 }),
      (value, key, path) => {
        expect(isPlainJson(withKey(value, key, path))).toBe(false);
      },
    ),
  );
});

it("R18 refuses nesting without end, without following it", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10, max: 50_000 }),
      fc.constantFrom(["[", "]"], ['{"a":', "}"]),
      (depth, [open, close]) => {
        expect(isPlainJson(JSON.parse(`${open?.repeat(depth)}1${close?.repeat(depth)}`))).toBe(false);
      },
    ),
    { numRuns: 30 },
  );
});

it("R18 refuses everything JSON cannot hold", () => {
  for (const value of [
    undefined,
    () => 1,
    Symbol("x"),
    1n,
    new Date(),
    Buffer.from("x"),
    new Map(),
    new (class A {})(),
  ]) {
    expect(isPlainJson(value)).toBe(false);
    expect(isPlainJson({ inside: [value] })).toBe(false);
  }
});
