import { expect, test } from "vitest";
import { renderRound } from "./ringTones";

const RATE = 8000;
const loudness = (samples: Float32Array, from: number, to: number) =>
  Math.max(...samples.subarray(from * RATE, to * RATE).map(Math.abs));

test.each(["incoming", "outgoing"] as const)(
  "a round of the %s tone loops without a click or distortion",
  (direction) => {
    const samples = renderRound(direction, RATE);
    expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(samples[0]).toBe(0);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.001);
    const jumps = samples.slice(1).map((sample, i) => Math.abs(sample - (samples[i] ?? 0)));
    expect(Math.max(...jumps)).toBeLessThan(0.3);
  },
);

test("the ring is heard and pauses; the ring-back is softer and sounds one second in five", () => {
  const ring = renderRound("incoming", RATE);
  const ringBack = renderRound("outgoing", RATE);
  expect(ring.length / RATE).toBeCloseTo(3.6);
  expect(loudness(ring, 0, 1)).toBeGreaterThan(0.2);
  expect(loudness(ring, 2.6, 3.6)).toBe(0);
  expect(ringBack.length / RATE).toBe(5);
  expect(loudness(ringBack, 0, 1)).toBeGreaterThan(0.05);
  expect(loudness(ringBack, 0, 1)).toBeLessThan(loudness(ring, 0, 1));
  expect(loudness(ringBack, 1.01, 5)).toBe(0);
});
