import { expect, test } from "vitest";
import type { SoundChunk, SoundEnd } from "../../../shared/sharing";
import { startSamples } from "./samplesSource";

function fakeSound() {
  const listeners = { chunk: new Set<(chunk: SoundChunk) => void>(), end: new Set<(end: SoundEnd) => void>() };
  const log: string[] = [];
  let answer: (started: { soundId: number } | null) => void = () => {};
  const run = startSamples(
    {
      startSound: () => new Promise((resolve) => (answer = resolve)),
      stopSound: async (soundId) => void log.push(`stop ${soundId}`),
      onSoundChunk: (listener) => (listeners.chunk.add(listener), () => void listeners.chunk.delete(listener)),
      onSoundEnd: (listener) => (listeners.end.add(listener), () => void listeners.end.delete(listener)),
    },
    { onSamples: (samples) => log.push(`samples ${samples.length}`), onEnd: (reason) => log.push(reason) },
  );
  const chunk = (soundId: number) => {
    for (const listener of listeners.chunk) listener({ soundId, samples: new Uint8Array(4) });
  };
  const end = (soundId: number) => {
    for (const listener of listeners.end) listener({ soundId, reason: "lost" });
  };
  const started = async (soundId: number | null) => {
    answer(soundId === null ? null : { soundId });
    await new Promise((resolve) => setTimeout(resolve));
  };
  const listening = () => listeners.chunk.size + listeners.end.size;
  return { log, run, chunk, end, started, listening };
}

test("hands on its own samples, and stops in the main process when it is stopped", async () => {
  const { log, run, chunk, started, listening } = fakeSound();
  await started(3);
  chunk(2);
  chunk(3);
  run.stop();
  run.stop();
  chunk(3);
  expect(log).toEqual(["samples 4", "stop 3"]);
  expect(listening()).toBe(0);
});

test("a source that vanishes is told once; that of another sound is not", async () => {
  const { log, end, chunk, run, started } = fakeSound();
  await started(3);
  end(2);
  end(3);
  end(3);
  chunk(3);
  run.stop();
  expect(log).toEqual(["lost"]);
});

test("never started, or over before the answer", async () => {
  const refused = fakeSound();
  await refused.started(null);
  expect(refused.log).toEqual(["failed"]);
  const overtaken = fakeSound();
  overtaken.end(1);
  await overtaken.started(1);
  expect(overtaken.log).toEqual(["lost"]);
});

test("stopped while it started: it does not run on with nobody listening", async () => {
  const { log, run, started } = fakeSound();
  run.stop();
  await started(5);
  expect(log).toEqual(["stop 5"]);
});
