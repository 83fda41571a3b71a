import { createStereoRing } from "./stereoRing";

/** Frames per second of what is put in and taken out. */
export const SAMPLE_RATE = 48_000;
const framesIn = (milliseconds: number) => (milliseconds * SAMPLE_RATE) / 1000;

/** How much waits on average: three chunks, so that a late one is not missed. */
const TARGET = framesIn(60);
/** More never waits: whoever floods loses the oldest. */
const MOST = framesIn(300);
/** Sound fades in over this much, and what was heard last fades out: a hard edge clicks. */
const FADE = framesIn(5);
/** Largest change of speed. 0.3 % is a twentieth of a semitone; two crystals differ by 0.01 %. */
const MOST_DRIFT = 0.003;
/** The speed is drawn towards the target over some seconds, slowly enough that nobody hears it. */
const DRIFT_PER_FRAME_OFF = MOST_DRIFT / framesIn(40);
/** Weight of the newest fill in its average, per quantum of 128 frames: about a second. */
const FILL_WEIGHT = 0.003;

/**
 * Sound that arrives in chunks and leaves evenly. Two clocks never agree: it is read a little faster or slower (by cubic
 * interpolation) so that about 60 ms wait. When nothing is there it falls silent softly and gathers again.
 */
export interface SampleQueue {
  /** Interleaved stereo, signed 16 bit little endian. An odd rest is dropped. */
  push(chunk: Uint8Array): void;
  pull(left: Float32Array, right: Float32Array): void;
  /** Frames that wait. */
  readonly waiting: number;
}

export function createSampleQueue(): SampleQueue {
  // Longer than what ever waits.
  const ring = createStereoRing(2 ** 15);
  let position = 0;
  let playing = false;
  let gain = 0;
  let averageFill = TARGET;
  /** The last frame before a seam; it fades out. */
  const tail = [0, 0];
  const last = [0, 0];
  let tailGain = 0;

  const waiting = () => Math.max(0, ring.written - position);

  function seam(): void {
    tail[0] = last[0]!;
    tail[1] = last[1]!;
    tailGain = 1;
    gain = 0;
  }

  /** Jumps over the oldest. */
  function dropTo(frames: number): void {
    position = ring.written - frames;
    averageFill = frames;
    seam();
  }

  function speed(): number {
    averageFill += FILL_WEIGHT * (waiting() - averageFill);
    const drift = (averageFill - TARGET) * DRIFT_PER_FRAME_OFF;
    return 1 + Math.max(-MOST_DRIFT, Math.min(MOST_DRIFT, drift));
  }

  return {
    push(chunk) {
      ring.push(chunk);
      if (waiting() > MOST) dropTo(TARGET);
    },
    pull(left, right) {
      if (!playing && waiting() >= TARGET) {
        playing = true;
        averageFill = waiting();
      }
      const step = playing ? speed() : 0;
      for (let at = 0; at < left.length; at += 1) {
        if (playing && ring.written - position < 3) {
          playing = false;
          seam();
        }
        gain = playing ? Math.min(1, gain + 1 / FADE) : 0;
        tailGain = Math.max(0, tailGain - 1 / FADE);
        last[0] = tailGain * tail[0]! + gain * ring.at(0, position);
        last[1] = tailGain * tail[1]! + gain * ring.at(1, position);
        left[at] = last[0];
        right[at] = last[1];
        position += step * (playing ? 1 : 0);
      }
    },
    get waiting() {
      return waiting();
    },
  };
}
