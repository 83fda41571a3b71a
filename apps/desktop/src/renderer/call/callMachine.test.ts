import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { always, anyEvent, anyHistory, play } from "./callHistories";
import { createCallLedger } from "./callLedger";
import { step } from "./callMachine";
import { stateIn, ways } from "./callSamples";
import { idle, nothingSent } from "./callState";
import { viewOf } from "./callViewOf";
import { deepFreeze } from "./deepFreeze";

/** Orders of a connection, which carries nothing of a person by itself. */
const connecting = ["openPeer", "applyDescription", "applyCandidates", "sendDescription", "sendCandidates"] as const;
/** Orders by which something of a person reaches the other side, or a device opens. */
const consenting = new Set<CallEffect["type"]>([
  "startMedia",
  "openMicrophone",
  "openCamera",
  "startShare",
  "switchShare",
  "restartIce",
  "sendAccept",
  "sendPeerMessage",
]);
const leaving = new Set<CallEffect["type"]>([...consenting, ...connecting]);

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
    expect(seen.size).toBe(39);
  });
});

describe("consent", () => {
  test("R1 while it rings here no device opens and nothing of ours leaves, whatever arrives, until the user accepts", () => {
    always(({ before, event, effects }) => {
      if (before.phase !== "incoming" || event.type === "acceptRequested") return;
      expect(effects.filter(({ type }) => consenting.has(type))).toEqual([]);
    });
  });

  test("R1 while it rings there nothing of us is sent, whatever arrives, until they accept", () => {
    always(({ before, state, effects }) => {
      if (before.phase !== "outgoing" || state.phase === "inCall") return;
      expect(effects.filter(({ type }) => type === "startMedia" || type === "sendPeerMessage")).toEqual([]);
    });
  });

  test("R1 not even a connection is made while it rings, unless both people let it be and the server grants it", () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        let granted: string | null = null;
        for (const { before, event, state, effects } of play(events)) {
          if (event.type === "warmGranted" && before.phase === "incoming" && before.warm === "asked")
            granted = before.callId;
          if (event.type === "incoming" && state.phase === "incoming" && before.phase !== "incoming") {
            expect(effects.some(({ type }) => type === "sendWarm")).toBe(event.warm === true);
          }
          if (state.phase !== "incoming" || before.phase !== "incoming") continue;
          if (effects.some(({ type }) => leaving.has(type))) expect(granted).toBe(before.callId);
        }
      }),
      { numRuns: 3000 },
    );
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
          if (before.phase === "incoming" && event.type !== "acceptRequested") continue;
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

  test("R8 while it rings at a stranger's, no address of ours leaves and nothing of theirs is connected to", () => {
    always(({ state, effects }) => {
      if (state.phase !== "outgoing" || !state.stranger) return;
      for (const { type } of effects)
        expect(["sendCandidates", "applyDescription", "applyCandidates"]).not.toContain(type);
    });
  });

  test("R2 only the user, or the acceptance of a call the user made, leads into a call", () => {
    always(({ before, event, state }) => {
      if (state.phase !== "inCall" || before.phase === "inCall") return;
      if (before.phase === "idle" || before.phase === "ended") return expect(event.type).toBe("roomMet");
      if (before.phase === "incoming") return expect(event.type).toBe("acceptRequested");
      expect(before.phase).toBe("outgoing");
      expect(["acceptedByPeer", "inviteRefused", "incoming", "peerMessageReceived"]).toContain(event.type);
      if (event.type === "peerMessageReceived") {
        expect({ message: event.message, before }).toMatchObject({
          message: { type: "accept" },
          before: { warm: "connected", mayWarm: true },
        });
      }
      expect(state.peer).toEqual((before as { peer: unknown }).peer);
    });
  });

  test("R3 an acceptance means nothing to the callee, and a description moves no call on", () => {
    always(({ before, event, state, effects }) => {
      if (event.type === "descriptionReceived") expect(state.phase).toBe(before.phase);
      const accepts = event.type === "peerMessageReceived" && event.message.type === "accept";
      if (event.type !== "acceptedByPeer" && !accepts) return;
      const callee = before.phase === "incoming" || (before.phase === "inCall" && before.role === "callee");
      if (callee) expect({ state, effects }).toEqual({ state: before, effects: [] });
    });
  });

  test("R4 what the other side says of itself is ignored before both have agreed", () => {
    always(({ before, event, state }) => {
      if (event.type === "peerMessageReceived" && before.phase !== "inCall" && event.message.type !== "accept") {
        expect(state).toEqual(before);
      }
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
          if (state.phase === "incoming") {
            const peer = state.warm === "open" || state.warm === "connected" ? [`peer ${state.callId}`] : [];
            expect(ledger.open()).toEqual(["ringing", `timer ring ${state.callId}`, ...peer]);
          }
          if (state.phase === "inCall") expect(ledger.open()).toContain(`sending ${state.callId}`);
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
      // A call that comes in now is another one.
      if (event.type === "incoming") return;
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

  test("F3 a device speaks to the caller's connection only as the one that was let to, or whose acceptance counts", () => {
    always(({ before, event, effects }) => {
      if (before.phase !== "inCall" || before.heldRemote === null) return;
      const speaks = effects.some(({ type }) => type === "applyCandidates");
      if (speaks) expect(event.type).toBe("acceptAcknowledged");
    });
  });

  test("F5 what is late of an earlier connection of the call reaches no later one", () => {
    always(({ before, event, state, effects }) => {
      if (event.type !== "descriptionReceived" && event.type !== "candidatesReceived") return;
      if (before.phase !== "inCall" || state.phase !== "inCall" || (event.attempt ?? 0) === before.attempt) return;
      const applied = effects.some(({ type }) => type === "applyDescription" || type === "applyCandidates");
      // Only the caller begins another one.
      if (applied) expect(before.role).toBe("callee");
      if (applied) expect(state.attempt).toBeGreaterThan(before.attempt);
      else expect(state).toEqual(before);
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
