import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { createCallLedger } from "./callLedger";
import { step } from "./callMachine";
import { after, mine, run, stateIn, theirs, ways } from "./callSamples";
import { viewOf } from "./callViewOf";

const again = (callId: string): StampedCallEvent => ({ type: "timerFired", callId, timer: "restart", at: 1 });
const restarts = (effects: readonly CallEffect[]) => effects.filter(({ type }) => type === "restartIce").length;
const pause = (effects: readonly CallEffect[]) =>
  effects.flatMap((effect) => (effect.type === "startTimer" && effect.timer === "restart" ? [effect.ms] : []));

describe("F9 an interrupted call", () => {
  test("looks for a path again and again, more and more slowly", () => {
    const tries = (situation: "callerReconnecting" | "calleeReconnecting", callId: string) =>
      [1, 2, 3, 4].map((count) => {
        const { effects } = after(situation, ...Array.from({ length: count }, () => again(callId)));
        expect(restarts(effects)).toBe(1);
        return pause(effects)[0];
      });
    expect(tries("callerReconnecting", mine)).toEqual([2_500, 4_000, 6_000, 6_000]);
    expect(tries("calleeReconnecting", theirs)).toEqual([2_500, 5_500, 7_000, 7_000]);
  });

  test("failing meanwhile ends nothing: the time to come back does", () => {
    const failed = { type: "peerFailed", callId: mine } as const;
    expect(viewOf(after("callerReconnecting", failed, failed, failed).state)).toMatchObject({ link: "reconnecting" });
    const over = after("callerReconnecting", { type: "timerFired", callId: mine, timer: "recover", at: 1 });
    expect(over.state).toMatchObject({ phase: "ended", reason: "lost" });
  });

  test("back again it stops looking, and begins at the first pause the next time", () => {
    const connected = { type: "peerConnected", callId: mine, at: 9 } as const;
    const back = after("callerReconnecting", again(mine), again(mine), connected);
    expect(back.effects.slice(0, 2)).toEqual([
      { type: "stopTimer", callId: mine, timer: "recover" },
      { type: "stopTimer", callId: mine, timer: "restart" },
    ]);
    expect(pause(step(back.state, { type: "peerInterrupted", callId: mine }).effects)).toEqual([1_200]);
  });

  test.each([
    ["callerReconnecting", mine, 1],
    ["calleeReconnecting", theirs, 1],
    ["callerConnecting", mine, 1],
    ["calleeConnecting", theirs, 0],
    ["callerConnected", mine, 0],
    ["calleeConnected", theirs, 0],
  ] as const)("%s when signals get through again", (situation, callId, count) => {
    expect(restarts(after(situation, { type: "signalingBack", callId }).effects)).toBe(count);
  });
});

describe("F1 an offer that nobody answers", () => {
  test.each(["callerConnecting", "callerAnew"] as const)("%s: is said again until it connects", (situation) => {
    const twice = after(situation, again(mine), again(mine));
    expect(twice.effects).toEqual([
      { type: "repeatOffer", callId: mine },
      { type: "stopTimer", callId: mine, timer: "restart" },
      { type: "startTimer", callId: mine, timer: "restart", ms: 4_000 },
    ]);
    const connected = step(twice.state, { type: "peerConnected", callId: mine, at: 9 });
    expect(connected.effects).toContainEqual({ type: "stopTimer", callId: mine, timer: "restart" });
    expect(step(connected.state, again(mine)).effects).toEqual([]);
  });

  test("the callee has none to say again", () => {
    expect(after("calleeConnecting", again(theirs)).effects).toEqual([]);
  });
});

describe("F8 F10 another network, or awake again", () => {
  test.each([
    ["callerConnected", mine, 1],
    ["calleeConnected", theirs, 1],
    ["calleeReconnecting", theirs, 1],
    ["callerConnecting", mine, 0],
    ["incoming", theirs, 0],
    ["callerEnded", mine, 0],
  ] as const)("%s: whoever moved looks for a path at once, and the old one carries on", (situation, callId, count) => {
    const { state, effects } = after(situation, { type: "networkChanged", callId });
    expect(restarts(effects)).toBe(count);
    expect(state).toEqual(stateIn(situation));
  });
});

test("F9 whatever the connection does, in any order: hanging up ends the call, and every timer is given back", () => {
  const callId = mine;
  const event: fc.Arbitrary<StampedCallEvent> = fc.oneof(
    fc.constantFrom<StampedCallEvent>(
      { type: "peerInterrupted", callId },
      { type: "peerFailed", callId },
      { type: "peerConnected", callId, at: 5 },
      { type: "signalingBack", callId },
      { type: "networkChanged", callId },
      { type: "endedByServer", callId, reason: "lost" },
    ),
    fc
      .constantFrom("connect" as const, "recover" as const, "restart" as const)
      .map((timer) => ({ type: "timerFired" as const, callId, timer, at: 7 })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const { state, effects } = run([...ways.callerConnected, ...events, { type: "hangUpRequested" }]);
      const ledger = createCallLedger();
      for (const effect of effects) ledger.record(effect);
      expect(state.phase).toBe("ended");
      expect(ledger.open()).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
