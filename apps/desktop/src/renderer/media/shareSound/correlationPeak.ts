/** The highest point of a correlation, and what speaks for and against it. */
export interface CorrelationPeak {
  /** Index into the correlation. */
  readonly at: number;
  readonly height: number;
  /** Height over the RMS of all that is not near the peak. Unrelated sounds reach 4 to 5 by chance. */
  readonly prominence: number;
  /** The highest point not near the peak, relative to it: near 1 for anything that repeats itself, as tones do. */
  readonly rival: number;
}

/** @param near Points around the peak that belong to it: voices repeat themselves with their pitch. */
export function peakOf(correlation: Float32Array, near: number): CorrelationPeak {
  let at = 0;
  let height = 0;
  for (let index = 0; index < correlation.length; index += 1) {
    // A sound played back with the wrong sign is the same sound.
    const value = Math.abs(correlation[index]!);
    if (value <= height) continue;
    height = value;
    at = index;
  }
  let energy = 0;
  let others = 0;
  let rival = 0;
  for (let index = 0; index < correlation.length; index += 1) {
    if (Math.abs(index - at) <= near) continue;
    const value = Math.abs(correlation[index]!);
    energy += value * value;
    others += 1;
    if (value > rival) rival = value;
  }
  const noise = Math.sqrt(energy / Math.max(1, others));
  return { at, height, prominence: noise > 0 ? height / noise : 0, rival: height > 0 ? rival / height : 1 };
}

/** The highest point from an index on. */
export function highestFrom(correlation: Float32Array, start: number): number {
  let height = 0;
  for (let index = start; index < correlation.length; index += 1) {
    height = Math.max(height, Math.abs(correlation[index]!));
  }
  return height;
}
