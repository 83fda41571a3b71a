import { bandLevel } from "../../fixtures/bandLevels";
import { until } from "../../fixtures/until";
import { captureStreams } from "../../../apps/desktop/src/main/capture/linux/streamCapture";
import type { SoundTarget } from "../../../apps/desktop/src/main/capture/linux/soundTarget";

/** When nothing comes at all. */
const SILENCE_DB = -160;
const BYTES_PER_SECOND = 48_000 * 4;

/** What the engine hands the page, kept to be measured. */
export interface Recording {
  /** Level of a frequency in the samples of the next so many ms; silence when none come. */
  level(hertz: number, ms?: number): Promise<number>;
  /** Waits until the frequency is there, or not there, over a quarter of a second. */
  heard(hertz: number, above: number): Promise<void>;
  gone(hertz: number, below: number): Promise<void>;
  lost(): boolean;
  stop(): Promise<void>;
}

/** @param ourPid whose tree is left out; by default nobody's: what the tests start descends from themselves */
export async function record(target: SoundTarget, ourPid = 0): Promise<Recording> {
  let bytes = 0;
  let lost = false;
  let kept: Uint8Array[] = [];
  const capture = await captureStreams(target, ourPid, {
    onSamples(samples) {
      bytes += samples.length;
      kept.push(samples);
    },
    onLost() {
      lost = true;
    },
  });
  const take = async (ms: number) => {
    kept = [];
    const wanted = bytes + (BYTES_PER_SECOND * ms) / 1000;
    const deadline = performance.now() + ms * 2 + 500;
    await until("samples", () => bytes >= wanted || performance.now() > deadline);
    return Buffer.concat(kept);
  };
  const level = async (hertz: number, ms = 500) => {
    const samples = await take(ms);
    return samples.length < 4096 ? SILENCE_DB : bandLevel(samples, hertz);
  };
  return {
    level,
    heard: async (hertz, above) => void (await until(`${hertz} Hz`, async () => (await level(hertz, 250)) >= above)),
    gone: async (hertz, below) => void (await until(`no ${hertz} Hz`, async () => (await level(hertz, 250)) <= below)),
    lost: () => lost,
    stop: capture.stop,
  };
}
