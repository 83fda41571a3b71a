import { createFft } from "./fft";

/** Of both signals the correlation looks at this band, Hz: where speech is, above the hum of the mains. */
const BAND_HERTZ = [150, 1750] as const;
/** Bins this much weaker than the mean are left out little by little: they are leakage and rounding, not sound. */
const REGULARISATION = 1e-3;
const NEVER_ZERO = 1e-30;

export interface CorrelationShape {
  readonly rate: number;
  /** Samples of the block that is looked for. */
  readonly block: number;
  /** Largest lag of the block behind the reference, in samples. */
  readonly longestLag: number;
  /** Largest lead, in samples: clocks and buffers of two inputs do not agree to the millisecond. */
  readonly lead: number;
}

/**
 * Where in `past` the newest block is found again, for two pairs of signals at once (a complex transform carries two
 * real ones). All frequencies count alike (the phase transform of Knapp and Carter, 1976), so a tone or a chord that
 * both signals happen to have makes no peak, but the same sound does, however it was filtered or made quieter.
 */
export interface WhitenedCorrelation {
  /** Samples of `past` that are needed: it ends `lead` samples after the block. */
  readonly pastLength: number;
  /** Steps of one correlation; each takes about as long, so that none holds up the audio thread. */
  takeFirst(block: Float32Array, past: Float32Array): void;
  takeSecond(block: Float32Array, past: Float32Array): void;
  /** By lag, from `-lead` to `longestLag`; 1 at a lag means the same sound. The arrays are used again the next time. */
  finish(): { readonly first: Float32Array; readonly second: Float32Array };
}

export function createWhitenedCorrelation({ rate, block, longestLag, lead }: CorrelationShape): WhitenedCorrelation {
  const lags = longestLag + lead + 1;
  const pastLength = block + longestLag + lead;
  const size = 2 ** Math.ceil(Math.log2(pastLength));
  const fft = createFft(size);
  const [low, high] = BAND_HERTZ.map((hertz) => Math.round((hertz * size) / rate)) as [number, number];
  const window = Float32Array.from({ length: block }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / block));
  const edge = Math.floor(block / 8);
  const fade = Float32Array.from({ length: pastLength }, (_, at) => {
    const inside = Math.min(at + 1, pastLength - at) / edge;
    return inside >= 1 ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * inside);
  });
  const real = new Float32Array(size);
  const imaginary = new Float32Array(size);
  const spectra = [0, 1].map(() => ({ re: new Float32Array(high + 1), im: new Float32Array(high + 1) })) as [
    Spectrum,
    Spectrum,
  ];
  const first = new Float32Array(lags);
  const second = new Float32Array(lags);

  function take(samples: Float32Array, past: Float32Array, into: Spectrum): void {
    real.fill(0);
    imaginary.fill(0);
    for (let at = 0; at < block; at += 1) real[at] = samples[at]! * window[at]!;
    for (let at = 0; at < pastLength; at += 1) imaginary[at] = past[at]! * fade[at]!;
    fft.transform(real, imaginary);
    whiten(real, imaginary, low, high, into);
  }

  return {
    pastLength,
    takeFirst: (samples, past) => take(samples, past, spectra[0]),
    takeSecond: (samples, past) => take(samples, past, spectra[1]),
    finish() {
      pack(spectra[0], spectra[1], low, high, real, imaginary);
      fft.transform(real, imaginary, true);
      const scale = 0.5 / (high - low + 1);
      for (let lag = 0; lag < lags; lag += 1) {
        // The block begins where `past` is `longestLag` samples old: a lag of `longestLag` is no shift at all.
        const shift = longestLag - (lag - lead);
        first[lag] = real[shift]! * scale;
        second[lag] = imaginary[shift]! * scale;
      }
      return { first, second };
    },
  };
}

interface Spectrum {
  readonly re: Float32Array;
  readonly im: Float32Array;
}

/** Parts the two real signals' spectra again and leaves of their product the phases. */
function whiten(re: Float32Array, im: Float32Array, low: number, high: number, into: Spectrum): void {
  const size = re.length;
  let blockPower = 0;
  let pastPower = 0;
  for (let bin = low; bin <= high; bin += 1) {
    const [a, b, c, d] = [re[bin]!, im[bin]!, re[size - bin]!, im[size - bin]!];
    blockPower += (a + c) ** 2 + (b - d) ** 2;
    pastPower += (b + d) ** 2 + (c - a) ** 2;
  }
  const bins = high - low + 1;
  const blockFloor = (blockPower / bins) * REGULARISATION + NEVER_ZERO;
  const pastFloor = (pastPower / bins) * REGULARISATION + NEVER_ZERO;
  for (let bin = low; bin <= high; bin += 1) {
    const [a, b, c, d] = [re[bin]!, im[bin]!, re[size - bin]!, im[size - bin]!];
    const [xr, xi, yr, yi] = [a + c, b - d, b + d, c - a];
    const weight = 1 / Math.sqrt((xr * xr + xi * xi + blockFloor) * (yr * yr + yi * yi + pastFloor));
    into.re[bin] = (xr * yr + xi * yi) * weight;
    into.im[bin] = (xr * yi - xi * yr) * weight;
  }
}

/** first + i second, both with the spectrum of a real signal: one inverse transform gives the two. */
function pack(first: Spectrum, second: Spectrum, low: number, high: number, re: Float32Array, im: Float32Array): void {
  const size = re.length;
  re.fill(0);
  im.fill(0);
  for (let bin = low; bin <= high; bin += 1) {
    re[bin] = first.re[bin]! - second.im[bin]!;
    im[bin] = first.im[bin]! + second.re[bin]!;
    re[size - bin] = first.re[bin]! + second.im[bin]!;
    im[size - bin] = second.re[bin]! - first.im[bin]!;
  }
}
