import { createDecimator } from "./decimator";
import { createEchoDetector, DETECTOR_RATE } from "./echoDetector";
import { type FirstSound, stepFirstSound } from "./firstSound";
import { createLevelWindow } from "./soundLevel";
import type { GuardReport } from "./workletMessages";

/** Window of the meter, s: 12.5 levels a second. */
const METER_S = 0.08;
/** Window of the level test, s: short enough for a click. */
const TEST_S = 0.02;

type Channels = readonly Float32Array[];

/** What the guard worklet does with each block of 128 frames: passes the share on, measures it, and listens for echo. */
export interface SoundGuard {
  /** Writes what may be sent. `playback` is what this device plays of the peer; both may have no channels. */
  pass(share: Channels, playback: Channels, out: Channels): void;
  watch(on: boolean): void;
  close(): void;
}

export function createSoundGuard(rate: number, report: (report: GuardReport) => void): SoundGuard {
  const meter = createLevelWindow(METER_S * rate);
  const test = createLevelWindow(TEST_S * rate);
  const detector = createEchoDetector();
  const shareDown = createDecimator(rate / DETECTOR_RATE);
  const playbackDown = createDecimator(rate / DETECTOR_RATE);
  const mono = new Float32Array(128);
  let open = true;
  let watched = false;
  let first: FirstSound = "waiting";
  let frames = 0;

  function measure(share: Channels, length: number): void {
    const level = meter.push(share, length);
    if (watched && level !== null) report({ type: "level", level });
    const moment = test.push(share, length);
    if (moment === null || first === "heard") return;
    const next = stepFirstSound(first, moment, frames / rate);
    if (next !== first && next !== "waiting") report({ type: "first", sound: next });
    first = next;
  }

  function listen(share: Channels, playback: Channels): void {
    shareDown.push(mixInto(mono, share), detector.putShare);
    playbackDown.push(mixInto(mono, playback), detector.putPlayback);
    const echo = detector.work();
    if (!echo) return;
    open = false;
    report({ type: "echo", ...echo });
  }

  return {
    pass(share, playback, out) {
      const length = out[0]?.length ?? 0;
      frames += length;
      const wasOpen = open;
      if (open) {
        measure(share, length);
        listen(share, playback);
      }
      out.forEach((channel, index) => {
        const source = share[index] ?? share[0];
        if (source && wasOpen) channel.set(source);
        else channel.fill(0);
        // The last block fades: a cut would click.
        if (wasOpen && !open) channel.forEach((sample, at) => (channel[at] = sample * (1 - (at + 1) / length)));
      });
    },
    watch(on) {
      watched = on;
    },
    close() {
      open = false;
    },
  };
}

function mixInto(mono: Float32Array, channels: Channels): Float32Array {
  mono.fill(0);
  for (const channel of channels) {
    for (let at = 0; at < mono.length; at += 1) mono[at] = mono[at]! + (channel[at] ?? 0) / channels.length;
  }
  return mono;
}
