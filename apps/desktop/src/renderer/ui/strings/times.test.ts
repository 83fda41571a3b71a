import { describe, expect, it } from "vitest";
import { clock, dayTime, when } from "./times";

describe("clock", () => {
  it.each([
    [0, "0:00"],
    [187, "3:07"],
    [3600, "1:00:00"],
    [3753, "1:02:33"],
  ])("writes %i seconds as %s", (seconds, words) => {
    expect(clock(seconds)).toBe(words);
  });
});

describe("when", () => {
  const now = new Date(2026, 10, 22, 0, 30);

  it("gives only the time for today", () => {
    expect(when(new Date(2026, 10, 22, 0, 5).toISOString(), now)).toMatch(/^\d{1,2}:05/);
  });

  it("counts days by the calendar, not by 24 hours", () => {
    expect(when(new Date(2026, 10, 21, 23, 55).toISOString(), now)).toMatch(/^Yesterday, /);
  });

  it("adds the year to days of another year", () => {
    expect(when(new Date(2025, 10, 21, 12, 0).toISOString(), now)).toContain("2025");
  });
});

describe("a time to come", () => {
  const now = new Date(2026, 10, 22, 23, 30);

  it("is the time alone today, and has its day from midnight on", () => {
    expect(dayTime(new Date(2026, 10, 22, 23, 59).getTime(), now)).toMatch(/^\d{1,2}:59/);
    expect(dayTime(new Date(2026, 10, 23, 0, 29).getTime(), now)).toMatch(/^Monday, \d{1,2}:29/);
  });
});
