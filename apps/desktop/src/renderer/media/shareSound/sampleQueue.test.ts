import fc from "fast-check";
import { expect, test } from "vitest";
import { createSampleQueue, SAMPLE_RATE } from "./sampleQueue";

const QUANTUM = 128;
const MS = SAMPLE_RATE / 1000;

/** Chunks of a tone, left in phase and right at half the height and opposite. */
function toneChunks(hertz: number, frames: number, height = 0.5) {
  let phase = 0;
  return (): Uint8Array => {
    const samples = new Int16Array(2 * frames);
    for (let at = 0; at < frames; at += 1) {
      const value = height * Math.sin((2 * Math.PI * hertz * phase++) / SAMPLE_RATE);
      samples[2 * at] = Math.round(32_767 * value);
      samples[2 * at + 1] = Math.round(-16_384 * value);
    }
    return new Uint8Array(samples.buffer);
  };
}

interface Run {
  readonly seconds: number;
  /** When each chunk of 20 ms arrives, ms; from its number. */
  readonly arrival: (chunk: number) => number;
  readonly hertz?: number;
}

function play({ seconds, arrival, hertz = 440 }: Run) {
  const queue = createSampleQueue();
  const next = toneChunks(hertz, 20 * MS);
  const left = new Float32Array(seconds * SAMPLE_RATE);
  const right = new Float32Array(left.length);
  const waits: number[] = [];
  let chunk = 0;
  for (let at = 0; at + QUANTUM <= left.length; at += QUANTUM) {
    while (arrival(chunk) <= at / MS) {
      queue.push(next());
      chunk += 1;
    }
    queue.pull(left.subarray(at, at + QUANTUM), right.subarray(at, at + QUANTUM));
    waits.push(queue.waiting / MS);
  }
  return { left, right, waits };
}

const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
const decibels = (ratio: number) => 20 * Math.log10(ratio);
const largestStep = (samples: Float32Array) =>
  samples.reduce((most, sample, at) => Math.max(most, Math.abs(sample - (samples[at - 1] ?? sample))), 0);
/** The steepest a 440 Hz tone of 0.5 gets, with room for a fade of 5 ms. */
const SMOOTH = 0.5 * 2 * Math.sin((Math.PI * 440) / SAMPLE_RATE) + 0.5 / (5 * MS) + 0.002;

test("comes out as it went in: level within 0.1 dB, both channels, some 60 ms later, no click", () => {
  const { left, right, waits } = play({ seconds: 6, arrival: (chunk) => 20 * (chunk + 1) });
  const settled = left.subarray(2 * SAMPLE_RATE);
  expect(Math.abs(decibels(rms(settled) / (0.5 / Math.SQRT2)))).toBeLessThan(0.1);
  expect(Math.abs(decibels(rms(right.subarray(2 * SAMPLE_RATE)) / (0.25 / Math.SQRT2)))).toBeLessThan(0.1);
  expect(largestStep(left)).toBeLessThan(SMOOTH);
  expect(left.findIndex((sample) => sample !== 0) / MS).toBeLessThan(85);
  const later = waits.slice(waits.length / 2);
  expect(later.reduce((sum, wait) => sum + wait, 0) / later.length).toBeGreaterThan(45);
  expect(Math.max(...later)).toBeLessThan(85);
});

test.each([300, -300])("a clock that is %i ppm off never runs it dry or full", (ppm) => {
  const { left, waits } = play({ seconds: 40, arrival: (chunk) => 20 * (chunk + 1) * (1 + ppm / 1e6) });
  expect(largestStep(left)).toBeLessThan(SMOOTH);
  const later = waits.slice(waits.length / 2);
  expect(Math.min(...later)).toBeGreaterThan(20);
  expect(Math.max(...later)).toBeLessThan(100);
});

test("jitter up to 40 ms is not heard", () => {
  const jitter = (chunk: number) => (((chunk * 7919) % 13) / 13) * 40;
  const { left } = play({ seconds: 10, arrival: (chunk) => 20 * (chunk + 1) + jitter(chunk) });
  const heard = left.subarray(SAMPLE_RATE);
  expect(largestStep(left)).toBeLessThan(SMOOTH);
  expect(Math.abs(decibels(rms(heard) / (0.5 / Math.SQRT2)))).toBeLessThan(0.2);
});

test("an underrun is silence with soft edges, and the sound comes back by itself", () => {
  const { left } = play({ seconds: 4, arrival: (chunk) => 20 * (chunk + 1) + (chunk >= 75 ? 1000 : 0) });
  expect(largestStep(left)).toBeLessThan(SMOOTH);
  expect(rms(left.subarray(1700 * MS, 2400 * MS))).toBe(0);
  expect(rms(left.subarray(3000 * MS))).toBeGreaterThan(0.3);
});

test("flooded, it drops the oldest and stays small", () => {
  const queue = createSampleQueue();
  const next = toneChunks(440, 20 * MS);
  const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
  for (let chunk = 0; chunk < 1000; chunk += 1) {
    queue.push(next());
    queue.pull(left, right);
    expect(queue.waiting).toBeLessThanOrEqual(300 * MS);
  }
});

test("any chunks at any time: bounded, finite, never louder than what came", () => {
  const step = fc.oneof(
    fc.record({ push: fc.uint8Array({ maxLength: 8000 }) }),
    fc.record({ pull: fc.integer({ min: 1, max: 20 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const queue = createSampleQueue();
      const [left, right] = [new Float32Array(QUANTUM), new Float32Array(QUANTUM)];
      for (const one of steps) {
        if ("push" in one) queue.push(one.push);
        else for (let turn = 0; turn < one.pull; turn += 1) queue.pull(left, right);
        expect(queue.waiting).toBeLessThanOrEqual(300 * MS);
        // Between samples of full scale a cubic may overshoot, and a tail may add to it.
        const loudest = left.reduce((most, sample, at) => Math.max(most, Math.abs(sample), Math.abs(right[at]!)), 0);
        expect(loudest).toBeLessThan(2.5);
      }
    }),
    { numRuns: 100 },
  );
});
