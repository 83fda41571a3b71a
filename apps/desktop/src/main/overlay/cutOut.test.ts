import fc from "fast-check";
import { expect, test } from "vitest";
import { drawOn, emptySheet, INK_LIFE_MS, type InkSheet } from "../../shared/inkSheet";
import { cutOut, type Rect } from "./cutOut";

const size = { width: 640, height: 400 };
const covers = (rects: readonly Rect[], x: number, y: number) =>
  rects.some((rect) => x >= rect.x && x < rect.x + rect.width && y >= rect.y && y < rect.y + rect.height);
const lineOf = (...points: { x: number; y: number }[]): InkSheet =>
  drawOn(emptySheet, { type: "ink", stroke: 1, points }, 0);
const area = (rects: readonly Rect[]) => rects.reduce((sum, { width, height }) => sum + width * height, 0);

test("with nothing drawn only a thin frame is there, and the window below is free", () => {
  const rects = cutOut(emptySheet, size, 0);
  for (const [x, y] of [
    [0, 0],
    [639, 399],
    [320, 2],
    [320, 397],
    [2, 200],
    [637, 200],
  ] as const)
    expect(covers(rects, x, y)).toBe(true);
  for (const [x, y] of [
    [3, 3],
    [320, 200],
    [636, 396],
  ] as const)
    expect(covers(rects, x, y)).toBe(false);
});

test("a line is there without gaps, and beside it nothing", () => {
  const rects = cutOut(lineOf({ x: 0.25, y: 0.25 }, { x: 0.75, y: 0.75 }), size, 0);
  for (let part = 0; part <= 1; part += 0.01) expect(covers(rects, 160 + part * 320, 100 + part * 200)).toBe(true);
  expect(covers(rects, 320, 220)).toBe(false);
  expect(covers(rects, 490, 306)).toBe(false);
});

test("ink gets thinner while it fades, and is gone", () => {
  const sheet = lineOf({ x: 0.5, y: 0.5 }, { x: 0.6, y: 0.5 });
  const bare = area(cutOut(emptySheet, size, 0));
  const [fresh, fading, gone] = [0, 2_700, INK_LIFE_MS].map((at) => area(cutOut(sheet, size, at)) - bare);
  expect(fresh).toBeGreaterThan(fading ?? 0);
  expect(fading).toBeGreaterThan(0);
  expect(gone).toBe(0);
});

test("the pointer is a disc about its place", () => {
  const rects = cutOut(drawOn(emptySheet, { type: "pointer", at: { x: 0.5, y: 0.5 } }, 0), size, 0);
  for (const [x, y] of [
    [320, 200],
    [312, 200],
    [327, 200],
    [320, 192],
    [320, 207],
  ] as const)
    expect(covers(rects, x, y)).toBe(true);
  for (const [x, y] of [
    [310, 200],
    [330, 200],
    [313, 193],
    [320, 210],
  ] as const)
    expect(covers(rects, x, y)).toBe(false);
});

test("whatever is drawn, each point lies within 1 px of its place, nothing outside, and the cuts stay few", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const points = fc.array(fc.record({ x: share, y: share }), { minLength: 1, maxLength: 64 });
  const sides = fc.record({ width: fc.integer({ min: 20, max: 4_000 }), height: fc.integer({ min: 20, max: 2_000 }) });
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 20 }), sides, (lines, room) => {
      const sheet = lines.reduce<InkSheet>(
        (all, line, stroke) => drawOn(all, { type: "ink", stroke, points: line }, 0),
        emptySheet,
      );
      const rects = cutOut(sheet, room, 0);
      for (const { x, y, width, height } of rects) {
        expect(Math.min(x, y, width - 1, height - 1)).toBeGreaterThanOrEqual(0);
        expect(x + width <= room.width && y + height <= room.height).toBe(true);
        expect([x, y, width, height].every(Number.isInteger)).toBe(true);
      }
      expect(rects.length).toBeLessThanOrEqual(2_000 + 20 * 64 + 30);
      for (const { x, y } of lines.flat()) {
        const px = Math.min(x * room.width, room.width - 1);
        const py = Math.min(y * room.height, room.height - 1);
        expect(
          rects.some(
            (rect) =>
              px >= rect.x - 1 && px <= rect.x + rect.width + 1 && py >= rect.y - 1 && py <= rect.y + rect.height + 1,
          ),
        ).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
