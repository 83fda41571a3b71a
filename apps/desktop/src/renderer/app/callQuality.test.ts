import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { run, type Situation, ways } from "../call/callSamples";
import type { CallQualityStore } from "../ui/callStores";
import { createCallQuality } from "./callQuality";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function followed() {
  const store = createStore<CallQualityStore>(() => ({ word: null, figures: null }));
  let looks = 0;
  let lost = 0;
  const stats = async () => {
    looks += 1;
    const row = { type: "inbound-rtp", id: "I", kind: "audio", timestamp: looks * 2000 };
    return new Map([["I", { ...row, packetsReceived: 50 * looks, packetsLost: lost }]]) as RTCStatsReport;
  };
  const quality = createCallQuality({ callQuality: store }, stats);
  return {
    store,
    looks: () => looks,
    lose: (packets: number) => void (lost += packets),
    be: (situation: Situation) => quality.follow(run(ways[situation]).state),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

test("the word is known after two looks, and falls when packets stay away", async () => {
  const { store, be, pass, lose } = followed();
  be("callerConnected");
  await pass(2_000);
  expect(store.getState().word).toBe("good");
  for (let look = 0; look < 2; look++) {
    lose(50);
    await pass(2_000);
  }
  expect(store.getState()).toMatchObject({ word: "poor", figures: { loss: 0.5 } });
});

test("nobody looks while no call is connected, and the last word goes with its call", async () => {
  const { store, looks, be, pass } = followed();
  for (const situation of ["idle", "acknowledged", "incoming", "callerConnecting"] as const) {
    be(situation);
    await pass(10_000);
  }
  expect(looks()).toBe(0);
  be("callerConnected");
  await pass(4_000);
  be("callerReconnecting");
  await pass(2_000);
  expect(store.getState().word).not.toBeNull();
  be("callerEnded");
  const before = looks();
  await pass(10_000);
  expect(looks()).toBe(before);
  expect(store.getState()).toEqual({ word: null, figures: null });
});
