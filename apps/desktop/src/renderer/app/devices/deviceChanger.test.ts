import { expect, test } from "vitest";
import type { CallEvent } from "../../call/callEvents";
import type { CallView, DeviceState } from "../../call/callView";
import type { Captured } from "../../media/capture";
import { fakeTrack } from "../../media/fakeTrack";
import { createLocalTracks } from "../../media/localTracks";
import { createStores } from "../../stores/createStores";
import type { NoticeKey } from "../../ui/appContext";
import { loadSettings } from "../settings";
import { createDeviceChanger } from "./deviceChanger";

const CALL = "1b4e28ba-2fa1-4d2b-883f-0016d3cca427";

/** A call whose microphones are the given ones, the first is open. */
async function setUp(state: DeviceState, ...next: Captured<MediaStreamTrack>[]) {
  const stores = createStores(loadSettings({ getItem: () => null }));
  const tell = (microphone: DeviceState) =>
    stores.call.setState({ screen: "inCall", local: { microphone, camera: "on" } } as unknown as CallView);
  tell(state);
  const first = fakeTrack();
  const answers: Captured<MediaStreamTrack>[] = [{ ok: true, value: first }, ...next];
  const asked: (string | null)[] = [];
  const capture = {
    async openMicrophone({ deviceId }: { deviceId: string | null }) {
      asked.push(deviceId);
      return answers.shift() ?? ({ ok: false, problem: "missing" } as const);
    },
  };
  const told: CallEvent[] = [];
  const notices: NoticeKey[] = [];
  let over: Promise<void> = Promise.resolve();
  const tracks = createLocalTracks({
    capture: capture as never,
    onTrack: () => {},
    onLost: (device) => {
      if (device === "microphone") over = changer.microphoneLost();
    },
    onCameraExchange: () => {},
    onShareSound: () => {},
  });
  const changer = createDeviceChanger({
    tracks,
    stores,
    refresh: async () => {},
    callId: () => CALL,
    dispatch(event) {
      told.push(event);
      if (event.type === "microphoneChanged") tell(event.state);
    },
    notify: ({ message }) => void notices.push(message),
  });
  const processing = { noiseSuppression: true, echoCancellation: true, autoGain: true };
  await tracks.openMicrophone({ deviceId: null, processing });
  tracks.setMicrophoneOn(state === "on");
  const lose = async () => {
    first.lose();
    await over;
  };
  return { stores, tracks, changer, told, notices, asked, lose };
}

const given = (value: MediaStreamTrack) => ({ ok: true, value }) as const;

test("F25 a microphone that goes is replaced within the call, and the machine need not know", async () => {
  const other = fakeTrack();
  const { tracks, told, lose } = await setUp("on", given(other));
  await lose();
  expect([tracks.current.voice, other.enabled, told]).toEqual([other, true, []]);
});

test("F25 who was muted stays muted in what takes its place", async () => {
  const other = fakeTrack();
  const { tracks, told, lose } = await setUp("off", given(other));
  await lose();
  expect([tracks.current.voice, other.enabled, told]).toEqual([other, false, []]);
});

test.each([
  ["on", true],
  ["off", false],
] as const)("F25 none is left, then one is back: who was %s is so again", async (state, enabled) => {
  const back = fakeTrack();
  const { tracks, changer, told, lose } = await setUp(state, { ok: false, problem: "missing" }, given(back));
  await lose();
  expect(told.at(-1)).toMatchObject({ type: "microphoneChanged", state: "missing" });
  expect(await changer.changeMicrophone()).toBe(true);
  expect(told.at(-1)).toMatchObject({ type: "microphoneChanged", state });
  expect([tracks.current.voice, back.enabled]).toEqual([back, enabled]);
});

test("a microphone that was never there is not opened by itself when one is plugged in", async () => {
  const { tracks, changer, asked } = await setUp("on");
  tracks.release();
  expect(await changer.changeMicrophone()).toBe(false);
  expect(asked).toHaveLength(1);
});

test("a camera that went away is off, and its name is told", async () => {
  const { changer, told, notices } = await setUp("on");
  changer.cameraLost("Webcam");
  expect(told).toMatchObject([{ type: "cameraChanged", state: "off" }]);
  expect(notices).toEqual(["cameraLost"]);
});
