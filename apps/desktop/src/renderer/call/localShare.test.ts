import { describe, expect, test } from "vitest";
import type { StampedCallEvent } from "./callEvents";
import { after, mine, type Run, type Situation } from "./callSamples";
import { nothingSent } from "./callState";

const sharing: readonly StampedCallEvent[] = [
  { type: "shareRequested" },
  { type: "shareStarted", callId: mine, sound: true },
];
const change = { type: "shareSwitchRequested" } as const;
const changed = (sound: boolean) => ({ type: "shareSwitched", callId: mine, sound }) as const;
const notChanged = { type: "shareSwitchEnded", callId: mine } as const;
const pause = { type: "sharePauseRequested", paused: true } as const;
const resume = { type: "sharePauseRequested", paused: false } as const;
const stop = { type: "shareStopRequested" } as const;
const ended = (closed?: boolean) =>
  ({ type: "shareEnded", callId: mine, ...(closed === undefined ? {} : { closed }) }) as const;
const windowIs = (state: "normal" | "minimised" | "closed") =>
  ({ type: "shareWindowChanged", callId: mine, state }) as const;
const stopShare = { type: "stopShare", callId: mine };

const orders = ({ effects }: Run) => effects.filter(({ type }) => type !== "sendPeerMessage");
const localOf = ({ state }: Run) => ("local" in state ? state.local : null);
const told = ({ effects }: Run) =>
  effects.flatMap((effect) =>
    effect.type === "sendPeerMessage" && effect.message.type === "media" ? [effect.message.media] : [],
  );

const situations: readonly Situation[] = ["acknowledged", "callerConnecting", "callerConnected"];

describe.each(situations)("a running share while %s", (situation) => {
  const run = (...events: readonly StampedCallEvent[]) => after(situation, ...sharing, ...events);

  test("another source is chosen once, and the first goes on meanwhile", () => {
    expect(orders(run(change))).toEqual([{ type: "switchShare", callId: mine }]);
    expect(localOf(run(change))).toMatchObject({ share: "on", shareSound: "on", shareSwitching: true });
    expect(orders(run(change, change))).toEqual([]);
    expect(localOf(run(change, changed(false)))).toMatchObject({
      share: "on",
      shareSound: "none",
      shareSwitching: false,
    });
    expect(localOf(run(change, notChanged))).toEqual(localOf(run()));
  });

  test("a switch that comes through after the stop is stopped", () => {
    expect(orders(run(change, stop))).toEqual([stopShare]);
    expect(orders(run(change, stop, changed(true)))).toEqual([stopShare]);
    expect(localOf(run(change, stop, changed(true)))).toMatchObject({ share: "off", shareSwitching: false });
  });

  test("what is shared goes while another is being chosen: nothing is chosen any more", () => {
    expect(orders(run(change, ended()))).toEqual([stopShare]);
    expect(orders(run(ended()))).toEqual([]);
  });

  test("paused and resumed, each once", () => {
    expect(orders(run(pause))).toEqual([{ type: "pauseShare", callId: mine, paused: true }]);
    expect(orders(run(pause, pause))).toEqual([]);
    expect(orders(run(pause, resume))).toEqual([{ type: "pauseShare", callId: mine, paused: false }]);
    expect(orders(run(resume))).toEqual([]);
  });

  test("paused it stays through a switch and through what happens to its window, and not into the next share", () => {
    expect(localOf(run(pause, change, changed(true)))).toMatchObject({ sharePaused: true });
    expect(localOf(run(pause, windowIs("minimised"), windowIs("normal")))).toMatchObject({ sharePaused: true });
    expect(localOf(run(pause, stop, ...sharing))).toMatchObject({ share: "on", sharePaused: false });
  });

  test("a minimised window is hidden until it is back, or another is shown", () => {
    expect(localOf(run(windowIs("minimised")))).toMatchObject({ share: "on", shareHidden: true });
    expect(localOf(run(windowIs("minimised"), windowIs("normal")))).toMatchObject({ shareHidden: false });
    expect(localOf(run(windowIs("minimised"), change, changed(true)))).toMatchObject({ shareHidden: false });
  });

  test("a closed window ends the share, and the next one forgets it", () => {
    expect(orders(run(windowIs("closed")))).toEqual([stopShare]);
    expect(localOf(run(windowIs("closed")))).toMatchObject({ share: "off", shareClosed: true });
    expect(localOf(run(ended(true)))).toMatchObject({ share: "off", shareClosed: true });
    expect(localOf(run(ended(true), windowIs("closed")))).toMatchObject({ share: "off", shareClosed: true });
    expect(localOf(run(ended()))).toMatchObject({ share: "off", shareClosed: false });
    expect(localOf(run(windowIs("closed"), ...sharing))).toMatchObject({ share: "on", shareClosed: false });
  });
});

test("nothing of it starts a share", () => {
  for (const event of [change, pause, resume, notChanged, windowIs("minimised"), windowIs("closed")]) {
    expect(orders(after("callerConnected", event))).toEqual([]);
    expect(orders(after("callerConnected", { type: "shareRequested" }, event))).toEqual([]);
  }
});

describe("the peer is told", () => {
  const run = (...events: readonly StampedCallEvent[]) => after("callerConnected", ...sharing, ...events);
  const shared = { ...nothingSent, share: true, shareSound: true };

  test("that a share is paused, and that nothing sounds meanwhile", () => {
    expect(told(run(pause))).toEqual([{ ...shared, shareSound: false, sharePaused: true }]);
    expect(told(run(pause, resume))).toEqual([shared]);
  });

  test("that a window is hidden, or was closed", () => {
    expect(told(run(windowIs("minimised")))).toEqual([{ ...shared, shareHidden: true }]);
    expect(told(run(windowIs("minimised"), windowIs("normal")))).toEqual([shared]);
    expect(told(run(windowIs("closed")))).toEqual([{ ...nothingSent, shareClosed: true }]);
  });

  test("of a switch only when the sound comes or goes with it", () => {
    expect(told(run(change))).toEqual([]);
    expect(told(run(change, changed(true)))).toEqual([]);
    expect(told(run(change, changed(false)))).toEqual([{ ...shared, shareSound: false }]);
  });
});
