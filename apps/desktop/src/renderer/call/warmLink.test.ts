import { describe, expect, test } from "vitest";
import { after, answer, calling, candidate, laterOffer, mine, offer, ringing, run, theirs } from "./callSamples";
import type { CallEffect } from "./callEffects";
import { viewOf } from "./callViewOf";

const accept = { type: "acceptRequested", camera: false, at: 1000 } as const;
const acceptedDirectly = { type: "peerMessageReceived", callId: mine, message: { type: "accept" }, at: 1000 } as const;
const accepted = { type: "acceptedByPeer", callId: mine, at: 1000 } as const;
const typesOf = (effects: readonly CallEffect[]) => effects.map(({ type }) => type);

describe("the callee's side, while it rings", () => {
  test("asks the server, and connects without media once it is the one", () => {
    expect(typesOf(run([ringing({ warm: true })]).effects)).toEqual(["startRinging", "startTimer", "sendWarm"]);
    const { state, effects } = after(
      "warmAsked",
      { type: "candidatesReceived", callId: theirs, candidates: [candidate(1)] },
      { type: "warmGranted", callId: theirs },
    );
    expect(effects).toEqual([
      { type: "openPeer", callId: theirs, role: "callee" },
      { type: "applyDescription", callId: theirs, description: offer },
      { type: "applyCandidates", callId: theirs, candidates: [candidate(1)] },
    ]);
    expect(viewOf(state).screen).toBe("incoming");
  });

  test("passes signals both ways", () => {
    const local = after("warmOpen", { type: "descriptionReady", callId: theirs, description: answer });
    expect(local.effects).toEqual([{ type: "sendDescription", callId: theirs, description: answer }]);
    const remote = after("warmOpen", { type: "candidatesReceived", callId: theirs, candidates: [candidate(2)] });
    expect(remote.effects).toEqual([{ type: "applyCandidates", callId: theirs, candidates: [candidate(2)] }]);
  });

  test("accepted when connected: told straight to the caller, media at once, and the call is connected", () => {
    const { state, effects } = after("warmConnected", accept);
    expect(typesOf(effects)).toEqual([
      "sendPeerMessage",
      "sendAccept",
      "startMedia",
      "openMicrophone",
      "sendPeerMessage",
      "stopRinging",
      "stopTimer",
    ]);
    expect(effects[0]).toMatchObject({ message: { type: "accept" } });
    expect(viewOf(state)).toMatchObject({ screen: "inCall", link: "connected", connectedAt: 1000 });
  });

  test("accepted on the way: the caller makes another, which knows the addresses", () => {
    const { state, effects } = after("warmOpen", accept);
    expect(typesOf(effects).slice(0, 4)).toEqual(["sendAccept", "closePeer", "openPeer", "startMedia"]);
    expect(effects[0]).toMatchObject({ anew: true });
    expect(state).toMatchObject({ attempt: 1, link: "connecting", connectedAt: null });
  });

  test("accepted before the server has granted it: connected as without, and the grant means nothing any more", () => {
    const { state, effects } = after("warmAsked", accept);
    expect(typesOf(effects)).toEqual(expect.arrayContaining(["openPeer", "applyDescription"]));
    expect(run([{ type: "warmGranted", callId: theirs }], state)).toEqual({ state, effects: [] });
  });

  test("accepted when it came to nothing: the caller makes another", () => {
    const { state, effects } = after("warmFailed", accept);
    expect(effects).toContainEqual({ type: "sendAccept", callId: theirs, anew: true });
    expect(typesOf(effects)).not.toContain("applyDescription");
    expect(state).toMatchObject({ attempt: 1, link: "connecting" });
    const anew = { type: "descriptionReceived", callId: theirs, description: laterOffer, attempt: 1 } as const;
    expect(run([anew], state).effects).toEqual([{ type: "applyDescription", callId: theirs, description: laterOffer }]);
  });

  test.each(["warmOpen", "warmConnected"] as const)("%s: declined, ended or timed out, it is closed", (situation) => {
    for (const event of [
      { type: "declineRequested" },
      { type: "endedByServer", callId: theirs, reason: "answeredElsewhere" },
      { type: "timerFired", callId: theirs, timer: "ring", at: 1 },
    ] as const) {
      expect(after(situation, event).effects).toContainEqual({ type: "closePeer", callId: theirs });
    }
  });

  test("F3 another device of mine was faster: this one ends, although it talked already", () => {
    const refused = { type: "acceptRefused", callId: theirs, code: "call.wrongState" } as const;
    expect(after("calleeWarmConnected", refused).state).toMatchObject({ phase: "ended", reason: "answeredElsewhere" });
  });

  test("the server is away as it is accepted: the two go on", () => {
    const refused = { type: "acceptRefused", callId: theirs, code: "server.unavailable" } as const;
    expect(after("calleeWarmConnected", refused)).toMatchObject({ state: { phase: "inCall" }, effects: [] });
  });
});

describe("the caller's side, while it rings", () => {
  test("offers it, and takes one answer; no track of ours is in it", () => {
    const sent = run([calling("audio", true), { type: "descriptionReady", callId: mine, description: offer }]);
    expect(sent.effects.at(-1)).toMatchObject({ type: "sendInvite", warm: true });
    const answered = { type: "descriptionReceived", callId: mine, description: answer } as const;
    expect(after("warmCaller", answered).effects).toEqual([
      { type: "applyDescription", callId: mine, description: answer },
    ]);
    expect(after("warmCallerOpen", answered).effects).toEqual([]);
  });

  test("not offered: an answer waits for the acceptance (R3)", () => {
    const answered = { type: "descriptionReceived", callId: mine, description: answer } as const;
    expect(after("acknowledged", answered).effects).toEqual([]);
  });

  test("accepted straight from the connected device: media at once; the server confirms later", () => {
    const { state, effects } = after("warmCallerConnected", acceptedDirectly);
    expect(typesOf(effects)).toEqual(["startMedia", "sendPeerMessage", "stopRinging", "stopTimer"]);
    expect(state).toMatchObject({ phase: "inCall", link: "connected", connectedAt: 1000, unconfirmed: true });
    expect(run([accepted], state)).toMatchObject({ state: { unconfirmed: false, link: "connected" }, effects: [] });
  });

  test("R3 the same from a connection that does not stand means nothing", () => {
    for (const situation of ["warmCaller", "warmCallerOpen", "warmCallerFailed", "acknowledged"] as const) {
      expect(after(situation, acceptedDirectly)).toMatchObject({ state: { phase: "outgoing" }, effects: [] });
    }
  });

  test.each(["warmCallerConnected", "callerUnconfirmed"] as const)(
    "F3 %s, and another device accepted: a new connection, and nothing of the first is heard any more",
    (situation) => {
      const { state, effects } = after(situation, { ...accepted, anew: true });
      const made = typesOf(effects).filter((type) => !/Ringing|Timer/.test(type));
      expect(made).toEqual(["closePeer", "openPeer", "startMedia"]);
      expect(state).toMatchObject({ attempt: 1, link: "connecting", connectedAt: null, unconfirmed: false });
      const late = { type: "descriptionReceived", callId: mine, description: answer } as const;
      expect(run([late], state).effects).toEqual([]);
      const ready = run([{ type: "descriptionReady", callId: mine, description: laterOffer }], state);
      expect(ready.effects).toEqual([{ type: "sendDescription", callId: mine, description: laterOffer, attempt: 1 }]);
    },
  );

  test("a connection that came to nothing does not end the ring; another is made after the answer", () => {
    const failed = after("warmCallerOpen", { type: "peerFailed", callId: mine });
    expect(failed).toMatchObject({ state: { phase: "outgoing", warm: "failed" }, effects: [] });
    expect(typesOf(after("warmCallerFailed", accepted).effects)).toEqual(
      expect.arrayContaining(["closePeer", "openPeer", "startMedia"]),
    );
  });

  test("hung up before the server has confirmed: it ends for the server in either case", () => {
    const { effects } = after("callerUnconfirmed", { type: "hangUpRequested", at: 2000 });
    expect(typesOf(effects)).toEqual(["sendPeerMessage", "sendCancel", "closePeer", "releaseMedia"]);
  });
});

describe("the callee, when the caller begins another connection", () => {
  const anew = { type: "descriptionReceived", callId: theirs, description: laterOffer, attempt: 1 } as const;

  test("answers in a new one, with its media", () => {
    const { state, effects } = after("calleeConnecting", anew);
    expect(typesOf(effects)).toEqual([
      "stopTimer",
      "closePeer",
      "openPeer",
      "startMedia",
      "startTimer",
      "applyDescription",
    ]);
    expect(state).toMatchObject({ attempt: 1, link: "connecting" });
  });

  test("an answer, or one that is late, begins none", () => {
    const { state } = after("calleeConnecting", anew);
    expect(run([{ ...anew, attempt: 2, description: answer }], state)).toEqual({ state, effects: [] });
    expect(run([{ ...anew, attempt: 0 }], state)).toEqual({ state, effects: [] });
  });
});
