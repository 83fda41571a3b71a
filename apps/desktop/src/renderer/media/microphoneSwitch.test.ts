import { expect, test } from "vitest";
import type { MicrophoneRequest } from "./capture";
import { fakeTrack } from "./fakeTrack";
import { replaceMicrophone } from "./microphoneSwitch";

const raw = { noiseSuppression: false, echoCancellation: false, autoGain: false };
const processed = { noiseSuppression: true, echoCancellation: true, autoGainControl: true };

/** A browser that applies processing to an open track, or says so and does not. */
function setUp(applies: boolean, deviceId = "default") {
  const settings: MediaTrackSettings = { deviceId, ...processed };
  const old = Object.assign(fakeTrack("audio", settings), {
    applyConstraints: async (wanted: object) => void (applies && Object.assign(settings, wanted)),
  });
  const fresh = fakeTrack();
  const asked: { request: MicrophoneRequest; oldState: string }[] = [];
  const openMicrophone = async (request: MicrophoneRequest) => {
    asked.push({ request, oldState: old.readyState });
    return { ok: true, value: fresh } as const;
  };
  return { old, fresh, asked, capture: { openMicrophone } };
}

test("processing is changed in the open microphone where the browser really does it", async () => {
  const { old, asked, capture } = setUp(true);
  expect(await replaceMicrophone(capture, old, { deviceId: null, processing: raw })).toEqual({ ok: true, value: old });
  expect(asked).toEqual([]);
});

test("where it only says so, the microphone is let go and opened anew", async () => {
  const { old, fresh, asked, capture } = setUp(false);
  const request = { deviceId: null, processing: raw };
  expect(await replaceMicrophone(capture, old, request)).toEqual({ ok: true, value: fresh });
  expect(asked).toEqual([{ request, oldState: "ended" }]);
});

test("another microphone is opened while the old one still runs", async () => {
  const { old, fresh, asked, capture } = setUp(true);
  const request = { deviceId: "headset", processing: raw };
  expect(await replaceMicrophone(capture, old, request)).toEqual({ ok: true, value: fresh });
  expect(asked).toEqual([{ request, oldState: "live" }]);
});
