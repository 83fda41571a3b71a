import { drawnInk, INK_POINTS_MAX, inkMessage } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawOn, emptySheet, fade, INK_LIFE_MS, type InkSheet, isBlank, POINTER_LIFE_MS, strengthOf } from "./inkSheet";

const at = (x: number, y = x) => ({ x, y });
const line = (stroke: number, ...points: { x: number; y: number }[]) => ({ type: "ink" as const, stroke, points });

test("points of one stroke become one line, in their order", () => {
  let sheet = drawOn(emptySheet, line(1, at(0.1), at(0.2)), 0);
  sheet = drawOn(sheet, line(2, at(0.9)), 5);
  sheet = drawOn(sheet, line(1, at(0.3)), 10);
  expect(sheet.strokes).toEqual([
    { id: 2, points: [at(0.9)], lastAt: 5 },
    { id: 1, points: [at(0.1), at(0.2), at(0.3)], lastAt: 10 },
  ]);
});

test.each([
  [0, 1],
  [2_000, 1],
  [2_500, 0.5],
  [2_900, 0.1],
  [3_000, 0],
  [60_000, 0],
])("%i ms after its last point a stroke's strength is %f", (age, strength) => {
  expect(strengthOf({ lastAt: 100 }, 100 + age)).toBeCloseTo(strength);
});

test("what has faded is gone, and a forgotten pointer with it", () => {
  let sheet = drawOn(emptySheet, line(1, at(0.5)), 0);
  sheet = drawOn(sheet, { type: "pointer", at: at(0.5) }, 1_000);
  expect(fade(sheet, INK_LIFE_MS - 1)).toBe(sheet);
  expect(fade(sheet, INK_LIFE_MS).strokes).toEqual([]);
  expect(isBlank(fade(sheet, INK_LIFE_MS))).toBe(false);
  expect(isBlank(fade(sheet, 1_000 + POINTER_LIFE_MS))).toBe(true);
});

test("a pointer that leaves is gone at once", () => {
  const sheet = drawOn(drawOn(emptySheet, { type: "pointer", at: at(0.5) }, 0), { type: "pointer", at: null }, 1);
  expect(isBlank(sheet)).toBe(true);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });
const points = fc.array(fc.record({ x: share, y: share }), { minLength: 1, maxLength: INK_POINTS_MAX });
const drawn = fc.record({ type: fc.constant("ink" as const), stroke: fc.nat(1_000), points });

test("whatever is drawn, a sheet stays small, keeps the newest and fades to nothing", () => {
  fc.assert(
    fc.property(fc.array(drawn, { minLength: 1, maxLength: 400 }), (all) => {
      const sheet = all.reduce<InkSheet>((before, one, index) => drawOn(before, one, index), emptySheet);
      expect(sheet.strokes.length).toBeLessThanOrEqual(200);
      expect(sheet.strokes.reduce((sum, one) => sum + one.points.length, 0)).toBeLessThanOrEqual(4_000);
      expect(sheet.strokes.at(-1)?.points.at(-1)).toEqual(all.at(-1)?.points.at(-1));
      expect(isBlank(fade(sheet, all.length + INK_LIFE_MS))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

describe("messages about ink", () => {
  test("what fits passes as it is", () => {
    fc.assert(
      fc.property(drawn, (one) => {
        expect(inkMessage.parse(structuredClone(one))).toEqual(one);
      }),
    );
    expect(inkMessage.parse({ type: "pointer", at: null })).toEqual({ type: "pointer", at: null });
    expect(inkMessage.parse({ type: "inkAllowed", allowed: true })).toEqual({ type: "inkAllowed", allowed: true });
  });

  test.each<[string, unknown]>([
    ["a point beside the picture", line(1, at(1.0001))],
    ["a point before it", line(1, at(-0.1))],
    ["no number", { type: "ink", stroke: 1, points: [{ x: Number.NaN, y: 0 }] }],
    ["text for a number", { type: "ink", stroke: 1, points: [{ x: "0", y: 0 }] }],
    ["too many points", line(1, ...Array.from({ length: INK_POINTS_MAX + 1 }, () => at(0)))],
    ["no point", line(1)],
    ["a broken stroke number", line(1.5, at(0))],
    ["a negative stroke number", line(-1, at(0))],
    ["more than it says", { ...line(1, at(0)), colour: "red" }],
    ["more in a point", { type: "ink", stroke: 1, points: [{ ...at(0), z: 1 }] }],
    ["a pointer without a place", { type: "pointer" }],
    ["an unknown kind", { type: "erase" }],
    ["nothing", null],
  ])("%s is refused", (_name, message) => {
    expect(inkMessage.safeParse(message).success).toBe(false);
  });

  test("only drawing reaches the screen", () => {
    expect(drawnInk.safeParse({ type: "inkAllowed", allowed: true }).success).toBe(false);
  });
});
