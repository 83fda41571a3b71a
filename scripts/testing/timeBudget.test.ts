import { describe, expect, it } from "vitest";
import { endOf } from "./timeBudget.mjs";

describe("the time in which tests are begun", () => {
  it.each([
    [undefined, Number.POSITIVE_INFINITY],
    ["", Number.POSITIVE_INFINITY],
    ["2", 121_000],
    ["0.5", 31_000],
  ])("with TEST_MINUTES %j ends at %d", (minutes, end) => {
    expect(endOf(minutes, 1_000)).toBe(end);
  });

  it.each(["soon", "0", "-3"])("refuses %j", (minutes) => {
    expect(() => endOf(minutes, 0)).toThrow("TEST_MINUTES");
  });
});
