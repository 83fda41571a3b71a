import { describe, expect, test } from "vitest";
import { after, mine, type Situation } from "./callSamples";
import type { StampedCallEvent } from "./callEvents";
import { nothingSent } from "./callState";

const microphone = (state: "on" | "blocked" | "failed") =>
  ({ type: "microphoneChanged", callId: mine, state }) as const satisfies StampedCallEvent;
const camera = (state: "on" | "off" | "busy") =>
  ({ type: "cameraChanged", callId: mine, state }) as const satisfies StampedCallEvent;
const toggleMicrophone = { type: "microphoneToggled" } as const;
const toggleCamera = { type: "cameraToggled" } as const;
const share = { type: "shareRequested" } as const;
const stopShare = { type: "shareStopRequested" } as const;
const shareStarted = (sound: boolean) => ({ type: "shareStarted", callId: mine, sound }) as const;
const shareEnded = { type: "shareEnded", callId: mine } as const;
const shareSoundEnded = { type: "shareSoundEnded", callId: mine } as const;
const told = (media: object) => ({
  type: "sendPeerMessage",
  callId: mine,
  message: { type: "media", media: { ...nothingSent, ...media } },
});

const situations: readonly Situation[] = ["preparing", "acknowledged", "callerConnecting", "callerConnected"];

describe.each(situations)("my devices while %s", (situation) => {
  const orders = (...events: readonly StampedCallEvent[]) =>
    after(situation, ...events).effects.filter(({ type }) => type !== "sendPeerMessage");

  test("mute and unmute keep the microphone open", () => {
    expect(orders(microphone("on"), toggleMicrophone)).toEqual([{ type: "setMicrophoneOn", callId: mine, on: false }]);
    const again = [microphone("on"), toggleMicrophone, toggleMicrophone];
    expect(orders(...again)).toEqual([{ type: "setMicrophoneOn", callId: mine, on: true }]);
  });

  test("muted before the microphone was open: it stays muted", () => {
    expect(orders(toggleMicrophone, microphone("on"))).toEqual([{ type: "setMicrophoneOn", callId: mine, on: false }]);
    expect(after(situation, toggleMicrophone, microphone("on")).state).toMatchObject({ local: { microphone: "off" } });
  });

  test("a device with a problem is tried again", () => {
    expect(orders(microphone("blocked"), toggleMicrophone)).toEqual([
      { type: "setMicrophoneOn", callId: mine, on: true },
      { type: "openMicrophone", callId: mine },
    ]);
    expect(orders(camera("busy"), toggleCamera)).toEqual([{ type: "openCamera", callId: mine }]);
    expect(after(situation, camera("busy")).state).toMatchObject({ local: { camera: "busy" } });
  });

  test("the camera is closed, not covered", () => {
    const on = [camera("busy"), toggleCamera, camera("on")];
    expect(orders(...on, toggleCamera)).toEqual([{ type: "closeCamera", callId: mine }]);
  });

  test("switched off while it was opening: a camera that opens late is closed at once", () => {
    const late = [camera("off"), toggleCamera, toggleCamera, camera("on")];
    expect(orders(...late)).toEqual([{ type: "closeCamera", callId: mine }]);
    expect(after(situation, ...late).state).toMatchObject({ local: { camera: "off" } });
  });

  test("sharing starts once, and stops", () => {
    expect(orders(share)).toEqual([{ type: "startShare", callId: mine }]);
    expect(orders(share, share)).toEqual([]);
    expect(orders(share, shareStarted(true), stopShare)).toEqual([{ type: "stopShare", callId: mine }]);
    expect(orders(stopShare)).toEqual([]);
  });

  test("a picker that was closed leaves no share behind", () => {
    expect(after(situation, share, shareEnded).state).toMatchObject({ local: { share: "off", shareSound: "none" } });
  });

  test("a share whose sound is lost goes on without it", () => {
    const lost = after(situation, share, shareStarted(true), shareSoundEnded);
    expect(lost.state).toMatchObject({ local: { share: "on", shareSound: "none" } });
    expect(orders(share, shareStarted(true), shareSoundEnded)).toEqual([]);
    expect(after(situation, shareSoundEnded).state).toMatchObject({ local: { share: "off", shareSound: "none" } });
  });

  test("stopped while the picker was open: what it yields is stopped", () => {
    expect(orders(share, stopShare, shareStarted(true))).toEqual([{ type: "stopShare", callId: mine }]);
  });
});

describe("the peer is told", () => {
  test("of each change once connected", () => {
    expect(after("callerConnected", microphone("on")).effects).toEqual([told({ microphone: true })]);
    expect(after("callerConnected", microphone("on"), toggleMicrophone).effects).toContainEqual(told({}));
    expect(after("callerConnected", share, shareStarted(true)).effects).toEqual([
      told({ share: true, shareSound: true }),
    ]);
    expect(after("callerConnected", share, shareStarted(false)).effects).toEqual([told({ share: true })]);
    expect(after("callerConnected", share, shareStarted(true), shareSoundEnded).effects).toEqual([
      told({ share: true }),
    ]);
    expect(after("callerConnected", share, shareStarted(true), shareEnded).effects).toEqual([told({})]);
  });

  test("not of what they cannot see", () => {
    expect(after("callerConnected", share).effects).toEqual([{ type: "startShare", callId: mine }]);
    expect(after("callerConnected", camera("busy")).effects).toEqual([]);
    expect(after("callerConnected", microphone("on"), microphone("on")).effects).toEqual([]);
  });

  test("not before the first connection", () => {
    expect(after("callerConnecting", microphone("on")).effects).toEqual([]);
    expect(after("acknowledged", microphone("on")).effects).toEqual([]);
  });
});
