import fc from "fast-check";
import { expect, test } from "vitest";
import { nextLookMs } from "./refreshPace";

test.each([
  { tookMs: 0, unchanged: 0, next: 2_000 },
  { tookMs: 70, unchanged: 0, next: 2_000 },
  { tookMs: 70, unchanged: 1, next: 2_500 },
  { tookMs: 70, unchanged: 9, next: 4_000 },
  { tookMs: 300, unchanged: 0, next: 6_000 },
  { tookMs: 300, unchanged: 9, next: 6_000 },
  { tookMs: 5_000, unchanged: 0, next: 8_000 },
])("a look of $tookMs ms, $unchanged without change: the next in $next ms", ({ tookMs, unchanged, next }) =>
  expect(nextLookMs({ tookMs, unchanged })).toBe(next),
);

test("it waits between 2 and 8 s, and spends at most a twentieth of the time on looking unless a look takes longer", () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(1_000), (tookMs, unchanged) => {
      const next = nextLookMs({ tookMs, unchanged });
      expect(next).toBeGreaterThanOrEqual(2_000);
      expect(next).toBeLessThanOrEqual(8_000);
      if (tookMs <= 400) expect(tookMs / next).toBeLessThanOrEqual(1 / 20);
    }),
  );
});
