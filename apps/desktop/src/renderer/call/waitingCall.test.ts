import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CallEffect } from "./callEffects";
import type { CallEvent } from "./callEvents";
import { createCallLedger } from "./callLedger";
import { step } from "./callMachine";
import { after, ann, bob, candidate, foreign, laterOffer, mine, offer, stateIn, theirs, ways } from "./callSamples";
import { type CallState, idle } from "./callState";
import { nobodyWaits, stepWaiting, type Waiting, type WaitingEffect, type WaitingEvent } from "./waitingCall";

const arriving = (callId = foreign, waiting = true) =>
  ({ type: "incoming", callId, peer: bob, kind: "video", offer, ringSeconds: 30, waiting }) as const;
const beside = { phase: "inCall", callId: mine, whenBusy: "wait" } as const;

/** What becomes of a few events in a row, in a call. */
function waits(...events: readonly WaitingEvent[]) {
  let state = nobodyWaits;
  let effects: readonly WaitingEffect[] = [];
  let taken = false;
  for (const event of events) ({ state, effects, taken } = stepWaiting(state, event, beside));
  return { caller: state.call?.peer.name ?? null, state, effects, taken };
}

describe("F7 somebody who waits", () => {
  it("is kept with what they send, which is no business of the running call", () => {
    const held = waits(
      arriving(),
      { type: "candidatesReceived", callId: foreign, candidates: [candidate(1)] },
      { type: "descriptionReceived", callId: foreign, description: laterOffer },
    );
    expect(held).toMatchObject({ caller: "Bob", taken: true, effects: [] });
    expect(held.state.call).toMatchObject({ offer: laterOffer, candidates: [candidate(1)] });
  });

  it("is answered with all of it", () => {
    const { caller, effects } = waits(arriving(), { type: "answerWaitingRequested" });
    expect(caller).toBeNull();
    expect(effects).toMatchObject([{ type: "stopWaitingTimer" }, { type: "answer", call: { callId: foreign } }]);
  });

  it("is declined, which is told to them", () => {
    expect(waits(arriving(), { type: "declineWaitingRequested" }).effects).toEqual([
      { type: "stopWaitingTimer" },
      { type: "sendDecline", callId: foreign, busy: false },
    ]);
  });

  it("is ignored: nothing is told, and this device stays silent even when the call could ring", () => {
    expect(waits(arriving(), { type: "ignoreWaitingRequested" }).effects).toEqual([{ type: "stopWaitingTimer" }]);
    for (const again of [arriving(), arriving(foreign, false)]) {
      expect(waits(arriving(), { type: "ignoreWaitingRequested" }, again)).toMatchObject({ caller: null, taken: true });
    }
  });

  it("goes when they give up, when the time is over, or when nobody tells", () => {
    const ends: readonly WaitingEvent[] = [
      { type: "endedByServer", callId: foreign, reason: "cancelled" },
      { type: "waitedTooLong", callId: foreign },
    ];
    for (const end of ends) expect(waits(arriving(), end)).toMatchObject({ caller: null, taken: true });
  });

  it("rings like any other when the running call is over: that is the running machine's business", () => {
    expect(waits(arriving(), arriving(foreign, false))).toMatchObject({ caller: null, taken: false });
  });

  it("hears busy at once where the user wants it so", () => {
    const refused = stepWaiting(nobodyWaits, arriving(), { ...beside, whenBusy: "busy" });
    expect(refused).toEqual({
      state: nobodyWaits,
      effects: [{ type: "sendDecline", callId: foreign, busy: true }],
      taken: true,
    });
  });

  it("has no part in what is said about other calls", () => {
    const others: readonly WaitingEvent[] = [
      { type: "endedByServer", callId: mine, reason: "hungUp" },
      { type: "candidatesReceived", callId: mine, candidates: [candidate(1)] },
      { type: "hangUpRequested" },
      arriving(theirs, false),
    ];
    for (const event of others) expect(waits(arriving(), event)).toMatchObject({ caller: "Bob", taken: false });
  });
});

describe("hang up and answer", () => {
  const call = {
    callId: foreign,
    peer: bob,
    kind: "video",
    offer,
    ringSeconds: 30,
    candidates: [candidate(1)],
  } as const;
  const answered = after("callerConnected", { type: "waitingAnswered", call });

  it("closes all of the first before anything of the second opens", () => {
    const names = answered.effects.map((effect) => ("callId" in effect ? [effect.type, effect.callId] : [effect.type]));
    expect(names).toEqual([
      ["sendPeerMessage", mine],
      ["closePeer", mine],
      ["releaseMedia", mine],
      ["sendAccept", foreign],
      ["openPeer", foreign],
      ["startMedia", foreign],
      ["openMicrophone", foreign],
      ["applyDescription", foreign],
      ["startTimer", foreign],
    ]);
    expect(answered.effects).toContainEqual({ type: "sendAccept", callId: foreign, instead: mine });
  });

  it("R1 begins with the microphone alone, whatever the first call showed", () => {
    expect(answered.state).toMatchObject({
      phase: "inCall",
      callId: foreign,
      role: "callee",
      local: { microphone: "opening", camera: "off", share: "off" },
    });
  });

  it("R2 is handled or ignored in every situation", () => {
    for (const situation of Object.keys(ways) as (keyof typeof ways)[]) {
      const before = stateIn(situation);
      const { state, effects } = step(before, { type: "waitingAnswered", call });
      if (before.phase === "outgoing" || before.phase === "incoming") {
        expect({ state, effects }).toEqual({ state: before, effects: [] });
      } else expect(state).toMatchObject({ phase: "inCall", callId: foreign });
    }
  });
});

const of = <const T>(...values: readonly T[]) => fc.constantFrom(...values);
const ids = of(mine, theirs, foreign);
const anyEvent: fc.Arbitrary<WaitingEvent> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: of("incoming"),
      callId: ids,
      peer: of(ann, bob),
      kind: of("video"),
      offer: of(offer),
      ringSeconds: of(30),
      waiting: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: of("answerWaitingRequested", "declineWaitingRequested", "ignoreWaitingRequested") }),
  },
  { weight: 2, arbitrary: fc.record({ type: of("waitedTooLong"), callId: ids }) },
  { weight: 2, arbitrary: fc.record({ type: of("acceptRequested"), camera: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: of("hangUpRequested", "cameraToggled", "shareRequested", "declineRequested") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: of("endedByServer"), callId: ids, reason: of("hungUp", "cancelled", "busy") }),
  },
  { weight: 3, arbitrary: fc.record({ type: of("candidatesReceived"), callId: ids, candidates: of([candidate(1)]) }) },
  { weight: 3, arbitrary: fc.record({ type: of("peerConnected"), callId: ids, at: of(1000) }) },
);
const anyHistory = fc.tuple(of(...Object.values(ways)), fc.array(anyEvent, { maxLength: 40 }));

const callIdOf = (state: CallState) => (state.phase === "idle" ? null : state.callId);

/** Both machines side by side, as the app runs them; calls back after each event. */
function play(
  history: readonly [readonly CallEvent[], readonly WaitingEvent[]],
  look: (moment: {
    event: WaitingEvent;
    effects: readonly CallEffect[];
    waiting: Waiting;
    before: CallState;
    state: CallState;
  }) => void,
) {
  let state: CallState = idle;
  let waiting = nobodyWaits;
  for (const event of [...history[0], ...history[1]]) {
    const before = state;
    const effects: CallEffect[] = [];
    const run = (one: CallEvent) => {
      const stepped = step(state, one);
      state = stepped.state;
      effects.push(...stepped.effects);
    };
    const callId = callIdOf(state);
    const next = stepWaiting(waiting, event, { phase: state.phase, callId, whenBusy: "wait" });
    waiting = next.state;
    for (const effect of next.effects)
      if (effect.type === "answer") run({ type: "waitingAnswered", call: effect.call });
    // What is not taken is an event of the running call: wishes about the waiting one always are taken.
    if (!next.taken) run(event as CallEvent);
    look({ event, effects, waiting, before, state });
  }
}

describe("two machines side by side, whatever happens", () => {
  test("one call at a time holds a connection, devices or timers, and everything is given back", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const ledger = createCallLedger();
        play(history, ({ effects, state }) => {
          for (const effect of effects) {
            ledger.record(effect);
            expect(ledger.open().filter((name) => name.startsWith("peer ")).length).toBeLessThanOrEqual(1);
          }
          if (state.phase === "idle" || state.phase === "ended") expect(ledger.open()).toEqual([]);
        });
      }),
      { numRuns: 4000 },
    );
  });

  test("R1 nothing opens or leaves for who waits, until the user answers", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ event, effects, waiting }) => {
          if (event.type === "answerWaitingRequested" || !waiting.call) return;
          const { callId } = waiting.call;
          const about = effects.filter((effect) => "callId" in effect && effect.callId === callId);
          expect(about.filter(({ type }) => /^(open|apply|send|start|restart)/.test(type))).toEqual([]);
        });
      }),
      { numRuns: 4000 },
    );
  });

  test("F7 the running call is untouched by whatever is about the one that waits", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        play(history, ({ event, before, state, effects, waiting }) => {
          const about = "callId" in event && event.callId === waiting.call?.callId;
          const wish = event.type === "declineWaitingRequested" || event.type === "ignoreWaitingRequested";
          if (!about && !wish) return;
          if (about && !["incoming", "endedByServer", "candidatesReceived"].includes(event.type)) return;
          expect({ state, effects }).toEqual({ state: before, effects: [] });
        });
      }),
      { numRuns: 4000 },
    );
  });
});
