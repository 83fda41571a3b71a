/** Taps of the low pass; more would only move the edge of a band that is not looked at. */
const TAPS = 144;

/** Takes the sample rate down by a whole factor: a low pass (windowed sinc) at 0.9 of the new band, then every n-th sample. */
export interface Decimator {
  /** Feeds samples; each finished one of the lower rate is handed to `put`. */
  push(samples: Float32Array, put: (sample: number) => void): void;
}

export function createDecimator(factor: number): Decimator {
  const taps = lowPass(0.45 / factor);
  // Twice as long as needed: the newest TAPS samples then always lie in one piece.
  const line = new Float32Array(2 * TAPS);
  let at = 0;
  let due = 0;
  return {
    push(samples, put) {
      for (let index = 0; index < samples.length; index += 1) {
        line[at] = line[at + TAPS] = samples[index]!;
        at = (at + 1) % TAPS;
        due += 1;
        if (due < factor) continue;
        due = 0;
        let sum = 0;
        for (let tap = 0; tap < TAPS; tap += 1) sum += line[at + tap]! * taps[tap]!;
        put(sum);
      }
    },
  };
}

/** @param edge Cut-off relative to the sample rate. */
function lowPass(edge: number): Float32Array {
  const middle = (TAPS - 1) / 2;
  const taps = Float32Array.from({ length: TAPS }, (_, index) => {
    const x = 2 * Math.PI * edge * (index - middle);
    const window = 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (TAPS - 1));
    return (x === 0 ? 1 : Math.sin(x) / x) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
}
