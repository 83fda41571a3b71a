import { expect, test } from "vitest";
import { createStore } from "zustand/vanilla";
import { fakeTrack } from "../../media/fakeTrack";
import { createVoiceMeter } from "./voiceMeter";

test("the microphone is measured only while somebody looks, the call's before any other", () => {
  const store = createStore(() => ({ level: null as number | null }));
  const measured: MediaStreamTrack[] = [];
  const meter = createVoiceMeter(store, (track, onLevel) => {
    measured.push(track);
    onLevel(-20);
    return () => measured.splice(measured.indexOf(track), 1);
  });
  const [call, preview] = [fakeTrack(), fakeTrack()];
  meter.follow("preview", preview);
  expect(measured).toEqual([]);
  meter.watch(true);
  meter.watch(true);
  expect([measured, store.getState().level]).toEqual([[preview], -20]);
  meter.follow("call", call);
  expect(measured).toEqual([call]);
  meter.watch(false);
  expect(measured, "one still looks").toEqual([call]);
  meter.follow("call", null);
  meter.follow("preview", null);
  expect([measured, store.getState().level]).toEqual([[], null]);
});
