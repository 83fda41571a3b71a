import { expect, test } from "vitest";
import { menuPlace, nextItem } from "./menuMove";

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 2, 0],
  ["ArrowUp", 0, 2],
  ["ArrowUp", -1, 2],
  ["Home", 2, 0],
  ["End", 0, 2],
  ["m", 0, null],
])("%s from item %d of three leads to %s", (key, now, next) => {
  expect(nextItem(key, now, 3)).toBe(next);
});

test("a menu without items has nowhere to go", () => {
  expect(nextItem("ArrowDown", -1, 0)).toBeNull();
});

test("a menu opens where there is more room and stays within the window", () => {
  const phone = { innerWidth: 360, innerHeight: 780 };
  expect(menuPlace({ left: 10, right: 34, top: 700, bottom: 724 }, 320, phone)).toEqual({
    left: 8,
    bottom: 88,
    maxHeight: 684,
  });
  expect(menuPlace({ left: 320, right: 344, top: 100, bottom: 124 }, 320, phone)).toEqual({
    left: 32,
    top: 132,
    maxHeight: 640,
  });
});
