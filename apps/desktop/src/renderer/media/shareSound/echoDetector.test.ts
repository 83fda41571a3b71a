import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createEchoDetector, DETECTOR_RATE, type FoundEcho } from "./echoDetector";
import { coloured, echoOf, mixed, music, noise, speech, tone } from "./testSounds";

const RATE = DETECTOR_RATE;
const inSamples = (milliseconds: number) => Math.round((milliseconds * RATE) / 1000);

/** The echo found, with the time it took, s; null when none was. */
function listen(share: Float32Array, playback: Float32Array): (FoundEcho & { after: number }) | null {
  const detector = createEchoDetector();
  for (let at = 0; at < share.length; at += 1) {
    detector.putShare(share[at]!);
    detector.putPlayback(playback[at]!);
    const found = at % 10 === 0 ? detector.work() : null;
    if (found) return { ...found, after: at / RATE };
  }
  return null;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });

describe("the peer's own voice in the share is found", () => {
  test.each([
    [5, -6, 1.5],
    [60, -12, 1.5],
    [120, -20, 1.5],
    [250, -30, 1.7],
    [480, -40, 2],
    [-15, -20, 1.5],
  ])("%i ms late at %i dB: within %f s, and how late it is", (late, decibels, within) => {
    for (const seed of [1, 2, 3]) {
      const voice = speech(RATE, 4, seed);
      const share = late >= 0 ? echoOf(voice, inSamples(late), decibels) : echoOf(voice, 0, decibels);
      const playback = late >= 0 ? voice : echoOf(voice, inSamples(-late), 0);
      for (const heard of [share, coloured(share, RATE)]) {
        const found = listen(heard, playback);
        expect(found?.after).toBeLessThan(within);
        expect(Math.abs((found?.lagMs ?? 0) - late)).toBeLessThanOrEqual(2);
      }
    }
  });

  test.each([
    [0, 3],
    [-10, 4],
    [-20, 5],
    [-30, 7],
  ])("below music that is as loud as the voice, at %i dB: within %i s", (decibels, within) => {
    for (const seed of [1, 2, 3]) {
      const voice = speech(RATE, within, seed);
      const share = mixed(music(RATE, within, seed + 10), echoOf(voice, inSamples(150), decibels));
      expect(listen(share, voice)).not.toBeNull();
    }
  });

  test("whatever the voice, the delay and the level", () => {
    const echo = fc.record({
      seed: seeds,
      late: fc.integer({ min: 0, max: 490 }),
      decibels: fc.integer({ min: -40, max: -6 }),
    });
    fc.assert(
      fc.property(echo, ({ seed, late, decibels }) => {
        const voice = speech(RATE, 4, seed);
        return listen(echoOf(voice, inSamples(late), decibels), voice) !== null;
      }),
      { numRuns: 20 },
    );
  });
});

describe("nothing else trips it", () => {
  const SECONDS = 6;
  const others = {
    music: (seed: number) => music(RATE, SECONDS, seed),
    "music in a loop": (seed: number) => music(RATE, SECONDS, seed, true),
    "somebody else": (seed: number) => speech(RATE, SECONDS, seed + 1),
    "somebody else over music": (seed: number) => mixed(speech(RATE, SECONDS, seed + 1), music(RATE, SECONDS, seed)),
    noise: (seed: number) => noise(RATE, SECONDS, seed),
    "a tone of 440 Hz": () => tone(RATE, SECONDS, 440),
  };
  test.each(Object.entries(others))("%s, while the peer speaks", (_, share) => {
    fc.assert(
      fc.property(seeds, (seed) => listen(share(seed), speech(RATE, SECONDS, seed)) === null),
      { numRuns: 4 },
    );
  });

  test("music while the peer is silent", () => {
    expect(listen(music(RATE, SECONDS, 1), new Float32Array(SECONDS * RATE))).toBeNull();
    expect(listen(music(RATE, SECONDS, 1), noise(RATE, SECONDS, 2, 0.0005))).toBeNull();
  });

  test("the same tone or hum on both sides, as the mains make it", () => {
    const hum = mixed(...[150, 250, 350].map((hertz) => tone(RATE, SECONDS, hertz, 0.01)));
    const voice = speech(RATE, SECONDS, 3);
    expect(listen(mixed(music(RATE, SECONDS, 4), hum), mixed(voice, hum))).toBeNull();
    expect(listen(tone(RATE, SECONDS, 440), mixed(voice, tone(RATE, SECONDS, 440)))).toBeNull();
  });

  test("the peer's microphone hears our share: that is their echo, not ours", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(40, 120, 250), fc.boolean(), (seed, late, looped) => {
        const share = music(RATE, SECONDS, seed, looped);
        const playback = mixed(speech(RATE, SECONDS, seed + 1), echoOf(share, inSamples(late), -15));
        return listen(share, playback) === null;
      }),
      { numRuns: 6 },
    );
  });

  test("an echo nobody can hear", () => {
    const voice = speech(RATE, 5, 5);
    expect(listen(echoOf(voice, 400, -60), voice)).toBeNull();
  });
});
