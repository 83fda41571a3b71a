import { LONGEST_QUIET_SECONDS } from "@sightline/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { secondsUntil, tomorrowMorning } from "./quietTimes";

it("tomorrow is the next day at eight by the local clock, also at the end of months and where clocks change", () => {
  const times = fc.date({ min: new Date(2026, 0), max: new Date(2030, 0), noInvalidDate: true });
  fc.assert(
    fc.property(times, (now) => {
      const end = tomorrowMorning(now);
      expect([end.getHours(), end.getMinutes(), end.getSeconds()]).toEqual([8, 0, 0]);
      const seconds = secondsUntil(end, now);
      // From the last to the first moment of a day, and an hour to either side for summer time.
      expect(seconds).toBeGreaterThan(7 * 3_600);
      expect(seconds).toBeLessThanOrEqual(33 * 3_600);
      expect(seconds).toBeLessThan(LONGEST_QUIET_SECONDS);
    }),
  );
  expect(tomorrowMorning(new Date(2026, 11, 31, 23, 59))).toEqual(new Date(2027, 0, 1, 8));
});
