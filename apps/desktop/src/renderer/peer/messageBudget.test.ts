import fc from "fast-check";
import { expect, test } from "vitest";
import { createMessageBudget } from "./messageBudget";

test("a steady stream below the rate passes whole", () => {
  let now = 0;
  const mayPass = createMessageBudget(60, () => now);
  for (let n = 0; n < 600; n++, now += 33) expect(mayPass()).toBe(true);
});

test("whatever comes, no more passes than the burst and the rate", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 500 }), (pauses) => {
      let now = 0;
      const mayPass = createMessageBudget(60, () => now);
      let passed = 0;
      for (const pause of pauses) {
        now += pause;
        if (mayPass()) passed += 1;
      }
      expect(passed).toBeLessThanOrEqual(60 + (now * 60) / 1_000);
    }),
  );
});
