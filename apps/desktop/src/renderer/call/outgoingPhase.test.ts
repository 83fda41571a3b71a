import type { ErrorCode } from "@sightline/protocol";
import { describe, expect, test } from "vitest";
import { after, ann, answer, bob, calling, candidate, mine, offer, ringing, run, stateIn, theirs } from "./callSamples";
import { viewOf } from "./callViewOf";

const accepted = { type: "acceptedByPeer", callId: mine } as const;

describe("calling", () => {
  test.each([
    ["audio", ["openMicrophone"]],
    ["video", ["openCamera", "openMicrophone"]],
    ["share", ["openMicrophone", "startShare"]],
  ] as const)("a call of kind %s opens the connection, the microphone and what it is about", (kind, media) => {
    const { state, effects } = run([calling(kind)]);
    expect(effects.map(({ type }) => type)).toEqual(["openPeer", ...media]);
    expect(effects[0]).toEqual({ type: "openPeer", callId: mine, role: "caller" });
    expect(viewOf(state)).toMatchObject({ screen: "outgoing", status: "reaching", kind, peer: ann });
  });

  test("the invite goes out once, with the offer", () => {
    const ready = { type: "descriptionReady", callId: mine, description: offer } as const;
    expect(after("preparing", ready).effects).toEqual([
      { type: "sendInvite", callId: mine, to: ann.id, kind: "video", offer },
    ]);
    expect(after("preparing", ready, ready).effects).toEqual([]);
  });

  test("candidates wait for the server to know the call, then go in messages it takes", () => {
    const found = Array.from({ length: 40 }, (_, n) => candidate(n));
    const ready = { type: "candidatesReady", callId: mine, candidates: found } as const;
    expect(after("sent", ready).effects).toEqual([]);
    const { effects } = after("sent", ready, { type: "inviteAcknowledged", callId: mine, ringSeconds: 30 });
    expect(effects).toEqual([
      { type: "sendCandidates", callId: mine, candidates: found.slice(0, 32) },
      { type: "sendCandidates", callId: mine, candidates: found.slice(32) },
      { type: "startRinging", direction: "outgoing", peerName: "Ann" },
      { type: "startTimer", callId: mine, timer: "ring", ms: 40_000 },
    ]);
    expect(after("acknowledged", ready).effects).toHaveLength(2);
  });

  test("R8 a stranger learns no address of ours while it rings, nor may they connect; all of them go with the acceptance", () => {
    const found = { type: "candidatesReady", callId: mine, candidates: [candidate(1)] } as const;
    const later = { type: "candidatesReady", callId: mine, candidates: [candidate(2)] } as const;
    const ready = { type: "descriptionReady", callId: mine, description: offer } as const;
    const known = { type: "inviteAcknowledged", callId: mine, ringSeconds: 30 } as const;
    const answered = { type: "descriptionReceived", callId: mine, description: answer } as const;
    const before = run([calling("audio", true, true), ready, found, known, later, answered]);
    const types = before.effects.map(({ type }) => type);
    expect(types).not.toContain("sendCandidates");
    expect(types).not.toContain("applyDescription");
    expect(before.effects).toContainEqual({ type: "sendInvite", callId: mine, to: ann.id, kind: "audio", offer });
    const { effects } = run([accepted], before.state);
    expect(effects).toContainEqual({ type: "sendCandidates", callId: mine, candidates: [candidate(1), candidate(2)] });
    expect(effects).toContainEqual({ type: "applyDescription", callId: mine, description: answer });
  });

  test.each([
    ["call.busy", "busy"],
    ["call.unreachable", "unreachable"],
    ["call.selfBusy", "selfBusy"],
    ["rate.limited", "rateLimited"],
    ["server.unavailable", "serverAway"],
    ["auth.required", "serverAway"],
    ["input.invalid", "failed"],
  ] as const satisfies readonly (readonly [ErrorCode, string])[])("refused with %s it ends as %s", (code, reason) => {
    const { state, effects } = after("sent", { type: "inviteRefused", callId: mine, code });
    expect(viewOf(state)).toMatchObject({ screen: "ended", role: "caller", reason, byMe: false });
    expect(effects).toEqual([
      { type: "closePeer", callId: mine },
      { type: "releaseMedia", callId: mine },
    ]);
  });

  test("cancelling takes the invite back, stops the tone and releases everything", () => {
    const { state, effects } = after("acknowledged", { type: "hangUpRequested" });
    expect(effects).toEqual([
      { type: "sendCancel", callId: mine },
      { type: "stopRinging" },
      { type: "stopTimer", callId: mine, timer: "ring" },
      { type: "closePeer", callId: mine },
      { type: "releaseMedia", callId: mine },
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "ended", reason: "cancelled", byMe: true, durationSeconds: null });
  });

  test("nothing is taken back that was never sent", () => {
    expect(after("preparing", { type: "hangUpRequested" }).effects.map(({ type }) => type)).toEqual([
      "closePeer",
      "releaseMedia",
    ]);
  });

  test("nobody answers, and not even the server says so: missed", () => {
    const { state, effects } = after("acknowledged", { type: "timerFired", callId: mine, timer: "ring", at: 9 });
    expect(state).toMatchObject({ phase: "ended", reason: "missed", byMe: false });
    expect(effects[0]).toEqual({ type: "sendCancel", callId: mine });
  });

  test("accepted: connecting, with the answer and candidates that came too early", () => {
    const early = { type: "candidatesReceived", callId: mine, candidates: [candidate(1)] } as const;
    const { state, effects } = after(
      "acknowledged",
      { type: "descriptionReceived", callId: mine, description: answer },
      early,
      accepted,
    );
    expect(effects).toEqual([
      { type: "startMedia", callId: mine },
      { type: "applyDescription", callId: mine, description: answer },
      { type: "applyCandidates", callId: mine, candidates: [candidate(1)] },
      { type: "startTimer", callId: mine, timer: "connect", ms: 20_000 },
      { type: "startTimer", callId: mine, timer: "restart", ms: 4_000 },
      { type: "stopRinging" },
      { type: "stopTimer", callId: mine, timer: "ring" },
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "inCall", link: "connecting", connectedAt: null });
  });

  test("R3 an answer alone is no acceptance, and nobody can accept what was not sent", () => {
    const answered = after("acknowledged", { type: "descriptionReceived", callId: mine, description: answer });
    expect(answered.state.phase).toBe("outgoing");
    expect(answered.effects).toEqual([]);
    expect(after("preparing", accepted).state).toEqual(stateIn("preparing"));
  });

  test("F4 accepted while our cancellation was on its way: the other side is told", () => {
    expect(after("acknowledged", { type: "hangUpRequested" }, accepted).effects).toEqual([
      { type: "sendHangUp", callId: mine, reason: "hungUp" },
    ]);
  });
});

describe("F2 both call at once", () => {
  const refused = { type: "inviteRefused", callId: mine, code: "call.glare" } as const;
  const answeredAtOnce = [
    { type: "closePeer", callId: mine },
    { type: "sendAccept", callId: theirs },
    { type: "openPeer", callId: theirs, role: "callee" },
    { type: "startMedia", callId: theirs },
    { type: "openMicrophone", callId: theirs },
    { type: "applyDescription", callId: theirs, description: offer },
    { type: "startTimer", callId: theirs, timer: "connect", ms: 20_000 },
  ];
  const trickled = { type: "candidatesReceived", callId: theirs, candidates: [candidate(7)] } as const;

  test("their call comes in first: answered when ours is refused, with our media kept open", () => {
    const { state, effects } = after("sentWithRival", trickled, refused);
    expect(effects).toEqual(answeredAtOnce);
    expect(state).toMatchObject({ phase: "inCall", callId: theirs, role: "callee", link: "connecting" });
  });

  test("ours is refused first: answered when theirs comes in", () => {
    const waiting = after("sent", refused);
    expect(waiting.effects).toEqual([{ type: "startTimer", callId: mine, timer: "ring", ms: 10_000 }]);
    const { state, effects } = run([ringing()], waiting.state);
    expect(effects.map(({ type }) => type)).toEqual(["stopTimer", ...answeredAtOnce.map(({ type }) => type)]);
    expect(state).toMatchObject({ phase: "inCall", callId: theirs });
  });

  test("a muted microphone, a camera and a share go over to their call as they were", () => {
    const { state, effects } = after(
      "preparing",
      { type: "microphoneToggled" },
      { type: "shareRequested" },
      { type: "descriptionReady", callId: mine, description: offer },
      ringing(),
      refused,
    );
    expect(effects.filter(({ type }) => /microphone|camera|share/i.test(type))).toEqual([
      { type: "openMicrophone", callId: theirs },
      { type: "setMicrophoneOn", callId: theirs, on: false },
      { type: "openCamera", callId: theirs },
      { type: "startShare", callId: theirs },
    ]);
    expect(state).toMatchObject({ local: { microphone: "off", camera: "opening", share: "starting" } });
  });

  test("somebody else's call is no crossing", () => {
    const { state, effects } = after("crossed", ringing({ peer: bob }));
    expect(effects).toEqual([]);
    expect(state.phase).toBe("outgoing");
  });

  test("theirs was withdrawn before ours was refused: nothing is answered", () => {
    const gone = { type: "endedByServer", callId: theirs, reason: "cancelled" } as const;
    expect(after("sentWithRival", gone, refused).state).toMatchObject({ phase: "outgoing", invite: "crossed" });
  });

  test("I give up while theirs waits: it rings here like any other", () => {
    const { state, effects } = after("sentWithRival", { type: "hangUpRequested" });
    expect(effects.map(({ type }) => type)).toEqual([
      "sendCancel",
      "closePeer",
      "releaseMedia",
      "startRinging",
      "startTimer",
    ]);
    expect(state).toMatchObject({ phase: "incoming", callId: theirs });
  });

  test("theirs never comes: it ends", () => {
    const { state } = after("crossed", { type: "timerFired", callId: mine, timer: "ring", at: 1 });
    expect(state).toMatchObject({ phase: "ended", reason: "unreachable" });
  });
});
