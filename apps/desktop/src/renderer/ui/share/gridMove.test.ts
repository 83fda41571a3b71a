import fc from "fast-check";
import { expect, test } from "vitest";
import { gridMove } from "./gridMove";

// 0 1 2
// 3 4 5
// 6
test.each([
  ["ArrowRight", 0, 1],
  ["ArrowRight", 2, 3],
  ["ArrowRight", 6, 6],
  ["ArrowLeft", 3, 2],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 1, 4],
  ["ArrowDown", 3, 6],
  ["ArrowDown", 5, 6],
  ["ArrowDown", 6, 6],
  ["ArrowUp", 6, 3],
  ["ArrowUp", 4, 1],
  ["ArrowUp", 1, 1],
  ["Home", 4, 0],
  ["End", 1, 6],
  ["Tab", 1, null],
  ["a", 1, null],
])("%s leads from %i to %s", (key, from, to) => expect(gridMove(key, from, 7, 3)).toBe(to));

test("no key leads out of the grid", () => {
  const key = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End");
  fc.assert(
    fc.property(
      key,
      fc.integer({ min: 1, max: 40 }),
      fc.nat(39),
      fc.integer({ min: 1, max: 6 }),
      (pressed, count, at, columns) => {
        const to = gridMove(pressed, at % count, count, columns);
        expect(to).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThan(count);
      },
    ),
  );
});

test("an empty grid leads nowhere", () => expect(gridMove("Home", 0, 0, 3)).toBeNull());
