import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { createCallLedger } from "./callLedger";
import { step } from "./callMachine";
import { ann, answer, bob, candidate, foreign, laterOffer, mine, offer, stateIn, theirs, ways } from "./callSamples";
import { type CallState, idle, nothingSent } from "./callState";
import { viewOf } from "./callViewOf";
import { deepFreeze } from "./deepFreeze";

const callId = fc.constantFrom(mine, theirs, mine, theirs, foreign);
const peer = fc.constantFrom(ann, ann, ann, bob);
const kind = fc.constantFrom("audio", "video", "share");
const description = fc.constantFrom(offer, laterOffer, answer);
const candidates = fc.integer({ min: 1, max: 70 }).map((n) => Array.from({ length: n }, (_, i) => candidate(i)));
const deviceState = fc.constantFrom("off", "opening", "on", "on", "blocked", "missing", "busy", "failed");
const code = fc.constantFrom("call.busy", "call.glare", "call.glare", "call.wrongState", "server.unavailable");
const media = fc.record({
  microphone: fc.boolean(),
  camera: fc.boolean(),
  share: fc.boolean(),
  shareSound: fc.boolean(),
  sharePaused: fc.boolean(),
  shareHidden: fc.boolean(),
  shareClosed: fc.boolean(),
});
const message = fc.oneof(
  fc.record({ type: fc.constant("hangUp" as const) }),
  fc.record({ type: fc.constant("media" as const), media }),
);
const at = fc.integer({ min: 0, max: 10 ** 7 });
const of = <T extends string>(...types: T[]) => fc.constantFrom(...types);

const role = of("caller", "callee");
const inRoom = { camera: fc.boolean(), microphone: fc.boolean() };

/** Every event there is: consented or forged, of this call or another, in any order. */
const anyEvent: fc.Arbitrary<StampedCallEvent> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: of("callRequested"), callId, peer, kind }) },
  { weight: 2, arbitrary: fc.record({ type: of("acceptRequested"), camera: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: of("roomMet"), callId, peer, role, ...inRoom }) },
  { weight: 1, arbitrary: fc.record({ type: of("declineRequested", "hangUpRequested", "endedDismissed"), at }) },
  { weight: 4, arbitrary: fc.record({ type: of("microphoneToggled", "cameraToggled") }) },
  { weight: 4, arbitrary: fc.record({ type: of("shareRequested", "shareSwitchRequested", "shareStopRequested") }) },
  { weight: 3, arbitrary: fc.record({ type: of("sharePauseRequested"), paused: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: of("inviteAcknowledged"), callId, ringSeconds: fc.integer({ max: 90 }) }) },
  { weight: 4, arbitrary: fc.record({ type: of("inviteRefused", "acceptRefused"), callId, code }) },
  { weight: 4, arbitrary: fc.record({ type: of("acceptedByPeer", "acceptAcknowledged", "peerInterrupted"), callId }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: of("incoming"), callId, peer, kind, offer: fc.constant(offer), ringSeconds: at }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: of("endedByServer"), callId, reason: of("hungUp", "missed", "declined") }),
  },
  { weight: 6, arbitrary: fc.record({ type: of("descriptionReceived", "descriptionReady"), callId, description }) },
  { weight: 4, arbitrary: fc.record({ type: of("candidatesReceived", "candidatesReady"), callId, candidates }) },
  { weight: 4, arbitrary: fc.record({ type: of("peerConnected"), callId, at }) },
  { weight: 1, arbitrary: fc.record({ type: of("peerFailed"), callId }) },
  { weight: 3, arbitrary: fc.record({ type: of("peerMessageReceived"), callId, message }) },
  { weight: 5, arbitrary: fc.record({ type: of("microphoneChanged", "cameraChanged"), callId, state: deviceState }) },
  { weight: 5, arbitrary: fc.record({ type: of("shareStarted", "shareSwitched"), callId, sound: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: of("shareSwitchEnded", "shareSoundEnded"), callId }) },
  { weight: 1, arbitrary: fc.record({ type: of("shareEnded"), callId, closed: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: of("shareWindowChanged"), callId, state: of("normal", "minimised", "closed") }),
  },
  { weight: 2, arbitrary: fc.record({ type: of("timerFired"), callId, timer: of("ring", "connect", "recover"), at }) },
);

/** A believable beginning, then anything. */
const anyHistory = fc
  .tuple(fc.constantFrom(...Object.values(ways)), fc.array(anyEvent, { maxLength: 40 }))
  .map(([way, events]): readonly StampedCallEvent[] => [...way, ...events]);

interface Moment {
  readonly before: CallState;
  readonly event: StampedCallEvent;
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

function* play(events: readonly StampedCallEvent[]): Generator<Moment> {
  let before: CallState = idle;
  for (const event of events) {
    const { state, effects } = step(before, event);
    yield { before, event, state, effects };
    before = state;
  }
}

const always = (holds: (moment: Moment) => void, runs = 3000) =>
  fc.assert(
    fc.property(anyHistory, (events) => {
      for (const moment of play(events)) holds(moment);
    }),
    { numRuns: runs },
  );

/** Orders by which something of ours reaches the other side, or a device opens. */
const leaving = new Set<CallEffect["type"]>([
  "openPeer",
  "openMicrophone",
  "openCamera",
  "startShare",
  "switchShare",
  "applyDescription",
  "applyCandidates",
  "restartIce",
  "sendAccept",
  "sendDescription",
  "sendCandidates",
  "sendPeerMessage",
]);

describe("every event in every situation", () => {
  test("R2 each pair is handled or ignored: no crash, a state that can be shown, all inputs untouched", () => {
    const events = fc.sample(anyEvent, { numRuns: 4000, seed: 1 });
    for (const situation of Object.keys(ways) as (keyof typeof ways)[]) {
      const state = deepFreeze(stateIn(situation));
      for (const event of events) {
        const next = step(state, deepFreeze(event));
        expect(viewOf(next.state).screen).toBeTypeOf("string");
        expect(Array.isArray(next.effects)).toBe(true);
      }
    }
  });

  test("the sample reaches every kind of event", () => {
    const seen = new Set(fc.sample(anyEvent, { numRuns: 4000, seed: 1 }).map(({ type }) => type));
    expect(seen.size).toBe(36);
  });
});

describe("consent", () => {
  test("R1 while it rings here nothing opens and nothing of ours leaves, whatever arrives, until the user accepts", () => {
    always(({ before, event, effects }) => {
      if (before.phase !== "incoming" || event.type === "acceptRequested") return;
      expect(effects.filter(({ type }) => leaving.has(type))).toEqual([]);
    });
  });

  test("R1 R2 what leaves, leaves for a call or a person the user chose", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const chosen = new Set<string>();
        for (const { before, event, state, effects } of play(events)) {
          if (event.type === "callRequested" && state.phase === "outgoing" && before.phase !== "outgoing") {
            chosen.add(event.callId);
          }
          if (event.type === "acceptRequested" && before.phase === "incoming") chosen.add(before.callId);
          if (event.type === "roomMet" && before.phase !== "inCall" && state.phase === "inCall")
            chosen.add(event.callId);
          // Crossing calls: the user asked for this very person.
          if (before.phase === "outgoing" && state.phase === "inCall" && state.peer.id === before.peer.id) {
            chosen.add(state.callId);
          }
          for (const effect of effects) {
            if (leaving.has(effect.type) && "callId" in effect) expect(chosen).toContain(effect.callId);
          }
        }
      }),
      { numRuns: 3000 },
    );
  });

  test("R2 only the user, or the acceptance of a call the user made, leads into a call", () => {
    always(({ before, event, state }) => {
      if (state.phase !== "inCall" || before.phase === "inCall") return;
      if (before.phase === "idle" || before.phase === "ended") return expect(event.type).toBe("roomMet");
      if (before.phase === "incoming") return expect(event.type).toBe("acceptRequested");
      expect(before.phase).toBe("outgoing");
      expect(["acceptedByPeer", "inviteRefused", "incoming"]).toContain(event.type);
      expect(state.peer).toEqual((before as { peer: unknown }).peer);
    });
  });

  test("R3 an acceptance means nothing to the callee, and a description moves no call on", () => {
    always(({ before, event, state, effects }) => {
      if (event.type === "descriptionReceived") expect(state.phase).toBe(before.phase);
      if (event.type !== "acceptedByPeer") return;
      const callee = before.phase === "incoming" || (before.phase === "inCall" && before.role === "callee");
      if (callee) expect({ state, effects }).toEqual({ state: before, effects: [] });
    });
  });

  test("R4 what the other side says of itself is ignored before both have agreed", () => {
    always(({ before, event, state }) => {
      if (event.type === "peerMessageReceived" && before.phase !== "inCall") expect(state).toEqual(before);
      if (state.phase === "inCall" && before.phase !== "inCall") expect(state.remote).toEqual(nothingSent);
    });
  });

  test("a device the user switched off stays off, however late it opens", () => {
    always(({ before, event, state }) => {
      if (!("local" in before) || !("local" in state) || before.callId !== state.callId) return;
      if (before.local.camera === "off" && state.local.camera !== "off") {
        expect(["cameraToggled", "cameraChanged"]).toContain(event.type);
        expect(state.local.camera).not.toBe("on");
      }
      if (before.local.microphone === "off" && state.local.microphone === "on") {
        expect(event.type).toBe("microphoneToggled");
      }
      if (before.local.share === "off") expect(state.local.share).not.toBe("on");
    });
  });
});

describe("a share", () => {
  test("what is said of it is said only while it runs, and nothing sounds while it is paused", () => {
    always(({ state, effects }) => {
      if (!("local" in state)) return;
      const { share, shareSound, sharePaused, shareHidden, shareSwitching, shareClosed } = state.local;
      if (share !== "on") expect({ sharePaused, shareHidden, shareSwitching }).toEqual(quiet);
      if (share === "off") expect(shareSound).toBe("none");
      if (share !== "off") expect(shareClosed).toBe(false);
      for (const effect of effects) {
        if (effect.type !== "sendPeerMessage" || effect.message.type !== "media") continue;
        const { media: told } = effect.message;
        if (told.sharePaused) expect(told.shareSound).toBe(false);
        if (!told.share) expect(told).toMatchObject({ shareSound: false, sharePaused: false, shareHidden: false });
      }
    });
  });

  test("paused it goes on by the user's wish alone, whatever is switched or happens to its window meanwhile", () => {
    always(({ before, event, state }) => {
      if (!("local" in before) || !("local" in state) || before.callId !== state.callId) return;
      if (!before.local.sharePaused || state.local.sharePaused || state.local.share === "off") return;
      expect(event).toMatchObject({ type: "sharePauseRequested", paused: false });
    });
  });

  test("a switch leaves it running, whatever comes of it", () => {
    always(({ before, event, state }) => {
      if (!("local" in before) || !("local" in state) || before.callId !== state.callId) return;
      const switches = ["shareSwitchRequested", "shareSwitched", "shareSwitchEnded", "sharePauseRequested"];
      if (switches.includes(event.type)) expect(state.local.share).toBe(before.local.share);
    });
  });
});

describe("order", () => {
  test("F28 everything opened is given back: connections, devices, ringing and timers, each exactly once", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const ledger = createCallLedger();
        for (const { state, effects } of play(events)) {
          for (const effect of effects) ledger.record(effect);
          if (state.phase === "idle" || state.phase === "ended") expect(ledger.open()).toEqual([]);
          if (state.phase === "incoming") expect(ledger.open()).toEqual(["ringing", `timer ring ${state.callId}`]);
        }
      }),
      { numRuns: 5000 },
    );
  });

  test("F28 every call can be ended by its user, and is then over", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const last = [...play(events)].at(-1)?.state ?? idle;
        const once = step(last, { type: "hangUpRequested" }).state;
        const twice = step(once, { type: "hangUpRequested" }).state;
        expect(["idle", "ended"]).toContain(twice.phase);
      }),
      { numRuns: 2000 },
    );
  });

  test("after the end nothing is sent, but for the news that we are gone", () => {
    always(({ before, event, effects }) => {
      if (before.phase !== "idle" && before.phase !== "ended") return;
      const sent = effects.filter(({ type }) => type.startsWith("send")).map(({ type }) => type);
      expect(sent).toEqual(event.type === "acceptedByPeer" ? ["sendHangUp"] : []);
    });
  });

  test("a message of another call changes nothing", () => {
    always(({ before, event, state }) => {
      if (!("callId" in event) || starting.has(event.type)) return;
      const known = "callId" in before ? [before.callId] : [];
      if ("rival" in before && before.rival) known.push(before.rival.callId);
      if (!known.includes(event.callId)) expect(state).toEqual(before);
    });
  });

  test("R15 candidates go out in messages the server takes", () => {
    always(({ effects }) => {
      for (const effect of effects) {
        if (effect.type === "sendCandidates") expect(effect.candidates.length).toBeLessThanOrEqual(32);
      }
    });
  });
});

const starting = new Set<StampedCallEvent["type"]>(["callRequested", "incoming", "roomMet"]);
const quiet = { sharePaused: false, shareHidden: false, shareSwitching: false };
