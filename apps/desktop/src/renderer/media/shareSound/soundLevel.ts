/** What digital silence reads as, dB. */
const SILENT_DB = -120;

/** Level of a mean square relative to full scale, dB (a full-scale square wave is 0). */
export function decibelsOf(meanSquare: number): number {
  return meanSquare > 0 ? Math.max(SILENT_DB, 10 * Math.log10(meanSquare)) : SILENT_DB;
}

/** Sum of squares of a block's louder channel: a sound on one side is no quieter for the other's silence. */
function energyOf(channels: readonly Float32Array[]): number {
  let most = 0;
  for (const channel of channels) {
    let sum = 0;
    for (let index = 0; index < channel.length; index += 1) sum += channel[index]! * channel[index]!;
    most = Math.max(most, sum);
  }
  return most;
}

/** Gathers blocks and tells their level once per window. */
export function createLevelWindow(frames: number) {
  let energy = 0;
  let gathered = 0;
  return {
    /** The level of the window that this block completes, dB; else null. */
    push(channels: readonly Float32Array[], length: number): number | null {
      energy += energyOf(channels);
      gathered += length;
      if (gathered < frames) return null;
      const level = decibelsOf(energy / gathered);
      energy = 0;
      gathered = 0;
      return level;
    },
  };
}
