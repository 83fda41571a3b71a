/** Frames of stereo sound in a ring that keeps the newest; read at any place between two frames. */
export interface StereoRing {
  /** How many frames were put in so far. */
  readonly written: number;
  /** Interleaved stereo, signed 16 bit little endian. An odd rest is dropped. */
  push(chunk: Uint8Array): void;
  /** Cubic interpolation (Hermite); exact on a frame. */
  at(channel: 0 | 1, position: number): number;
}

/** @param length Frames; a power of two. */
export function createStereoRing(length: number): StereoRing {
  const mask = length - 1;
  const channels = [new Float32Array(length), new Float32Array(length)] as const;
  let written = 0;
  return {
    get written() {
      return written;
    },
    push(chunk) {
      const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (let at = 0; at + 3 < chunk.byteLength; at += 4) {
        channels[0][written & mask] = view.getInt16(at, true) / 32_768;
        channels[1][written & mask] = view.getInt16(at + 2, true) / 32_768;
        written += 1;
      }
    },
    at(channel, position) {
      const frames = channels[channel];
      const whole = Math.floor(position);
      const part = position - whole;
      const before = frames[(whole - 1) & mask]!;
      const here = frames[whole & mask]!;
      const next = frames[(whole + 1) & mask]!;
      const after = frames[(whole + 2) & mask]!;
      const slope = 0.5 * (next - before);
      const bend = before - 2.5 * here + 2 * next - 0.5 * after;
      const rest = 0.5 * (after - before) + 1.5 * (here - next);
      return here + part * (slope + part * (bend + part * rest));
    },
  };
}
