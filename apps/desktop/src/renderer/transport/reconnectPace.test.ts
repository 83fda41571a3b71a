import { expect, test } from "vitest";
import { reconnectPause } from "./reconnectPace";

const pauses = (inCall: boolean, random: number) =>
  [0, 1, 2, 3, 4, 5, 6, 60].map((failed) => reconnectPause(failed, inCall, random));

test("F1 F20 at once, then longer and longer: at most a second in a call, five otherwise", () => {
  expect(pauses(true, 1)).toEqual([0, 200, 400, 800, 1000, 1000, 1000, 1000]);
  expect(pauses(false, 1)).toEqual([0, 200, 400, 800, 1600, 3200, 5000, 5000]);
});

test("F20 half of a pause is left to chance", () => {
  expect(pauses(false, 0)).toEqual([0, 100, 200, 400, 800, 1600, 2500, 2500]);
});
