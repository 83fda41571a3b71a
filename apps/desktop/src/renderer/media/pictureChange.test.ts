import { describe, expect, it } from "vitest";
import { changedPart } from "./pictureChange";

const picture = (...cells: readonly [number, number, number][]) =>
  new Uint8ClampedArray(cells.flatMap((cell) => [...cell, 255]));

describe("the changed part of a picture", () => {
  it.each([
    ["the same", picture([0, 0, 0], [9, 9, 9]), picture([0, 0, 0], [9, 9, 9]), 0],
    ["a little noise", picture([100, 100, 100], [50, 50, 50]), picture([104, 97, 102], [60, 50, 40]), 0],
    ["one cell of two", picture([0, 0, 0], [9, 9, 9]), picture([200, 200, 200], [9, 9, 9]), 0.5],
    ["all", picture([0, 0, 0], [255, 255, 255]), picture([90, 90, 90], [0, 0, 0]), 1],
    ["darker counts as brighter does", picture([200, 200, 200]), picture([90, 90, 90]), 1],
    ["nothing to compare", picture(), picture(), 0],
  ])("%s", (_, before, after, part) => expect(changedPart(before, after)).toBe(part));
});
