import { describe, expect, test } from "vitest";
import { after, answer, candidate, foreign, mine, theirs } from "./callSamples";
import { nothingSent } from "./callState";
import { viewOf } from "./callViewOf";

const connected = { type: "peerConnected", callId: mine, at: 5000 } as const;
const media = { ...nothingSent, camera: true };
const released = [
  { type: "closePeer", callId: mine },
  { type: "releaseMedia", callId: mine },
];

describe("connecting", () => {
  test("connected: the time begins and the other side learns what we send", () => {
    const { state, effects } = after(
      "callerConnecting",
      { type: "microphoneChanged", callId: mine, state: "on" },
      connected,
    );
    expect(effects).toEqual([
      { type: "stopTimer", callId: mine, timer: "connect" },
      { type: "stopTimer", callId: mine, timer: "restart" },
      {
        type: "sendPeerMessage",
        callId: mine,
        message: { type: "media", media: { ...nothingSent, microphone: true } },
      },
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "inCall", link: "connected", connectedAt: 5000 });
  });

  test("descriptions and candidates pass both ways", () => {
    const candidates = [candidate(1)];
    const confirmed = { type: "acceptAcknowledged", callId: theirs } as const;
    const types = (["calleeConnecting", "calleeConnected"] as const).map((situation) =>
      [
        after(situation, { type: "descriptionReady", callId: theirs, description: answer }),
        after(situation, { type: "candidatesReady", callId: theirs, candidates }),
        after(situation, { type: "descriptionReceived", callId: theirs, description: answer }),
        after(situation, confirmed, { type: "candidatesReceived", callId: theirs, candidates }),
      ].flatMap(({ effects }) => effects.map(({ type }) => type)),
    );
    const expected = ["sendDescription", "sendCandidates", "applyDescription", "applyCandidates"];
    expect(types).toEqual([expected, expected]);
  });

  test.each([
    ["call.wrongState", "answeredElsewhere", []],
    ["call.notFound", "cancelled", []],
    ["server.unavailable", "serverAway", ["sendHangUp"]],
  ] as const)("our acceptance refused with %s: %s, and nothing stays open", (code, reason, sends) => {
    const { state, effects } = after("calleeConnecting", { type: "acceptRefused", callId: theirs, code });
    expect(effects.map(({ type }) => type)).toEqual([...sends, "stopTimer", "closePeer", "releaseMedia"]);
    expect(state).toMatchObject({ phase: "ended", role: "callee", reason, byMe: false });
  });

  test("no connection in time: failed", () => {
    const { state, effects } = after("callerConnecting", {
      type: "timerFired",
      callId: mine,
      timer: "connect",
      at: 20_000,
    });
    expect(effects).toEqual([
      { type: "sendPeerMessage", callId: mine, message: { type: "hangUp" } },
      { type: "sendHangUp", callId: mine, reason: "failed" },
      { type: "stopTimer", callId: mine, timer: "connect" },
      { type: "stopTimer", callId: mine, timer: "restart" },
      ...released,
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "ended", reason: "failed", durationSeconds: null });
  });

  test("a first failure is answered with another try, by the caller alone; a second ends it", () => {
    const failed = { type: "peerFailed", callId: mine } as const;
    expect(after("callerConnecting", failed).effects).toEqual([{ type: "restartIce", callId: mine }]);
    expect(after("calleeConnecting", { type: "peerFailed", callId: theirs }).effects).toEqual([]);
    expect(after("callerConnecting", failed, failed).state).toMatchObject({ phase: "ended", reason: "failed" });
  });
});

describe("connected", () => {
  test("hanging up tells the peer, then the server, before the connection closes", () => {
    const { state, effects } = after("callerConnected", { type: "hangUpRequested", at: 62_999 });
    expect(effects).toEqual([
      { type: "sendPeerMessage", callId: mine, message: { type: "hangUp" } },
      { type: "sendHangUp", callId: mine, reason: "hungUp" },
      ...released,
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "ended", reason: "hungUp", byMe: true, durationSeconds: 61 });
  });

  test("the peer hangs up without the server: ended, and the server is told", () => {
    const bye = { type: "peerMessageReceived", callId: mine, message: { type: "hangUp" }, at: 3000 } as const;
    const { state, effects } = after("callerConnected", bye);
    expect(effects).toEqual([{ type: "sendHangUp", callId: mine, reason: "hungUp" }, ...released]);
    expect(viewOf(state)).toMatchObject({ screen: "ended", reason: "hungUp", byMe: false, durationSeconds: 2 });
  });

  test("a clock that was set back makes no negative length", () => {
    expect(after("callerConnected", { type: "hangUpRequested", at: 1 }).state).toMatchObject({ durationSeconds: 0 });
  });

  test("the peer's devices are shown as told", () => {
    const told = { type: "peerMessageReceived", callId: mine, message: { type: "media", media } } as const;
    expect(viewOf(after("callerConnected", told).state)).toMatchObject({ remote: media });
  });

  test("F9 interrupted: the caller looks for new paths, the callee waits; back again the time goes on", () => {
    const caller = after("callerConnected", { type: "peerInterrupted", callId: mine });
    expect(caller.effects).toEqual([
      { type: "restartIce", callId: mine },
      { type: "startTimer", callId: mine, timer: "recover", ms: 30_000 },
      { type: "startTimer", callId: mine, timer: "restart", ms: 1_200 },
    ]);
    expect(viewOf(caller.state)).toMatchObject({ link: "reconnecting", connectedAt: 1000 });
    const callee = after("calleeConnected", { type: "peerInterrupted", callId: theirs });
    expect(callee.effects.map(({ type }) => type)).toEqual(["startTimer", "startTimer"]);
    const back = after("callerReconnecting", connected);
    expect(back.effects[0]).toEqual({ type: "stopTimer", callId: mine, timer: "recover" });
    expect(viewOf(back.state)).toMatchObject({ link: "connected", connectedAt: 1000 });
  });

  test("F9 it does not come back: lost, with its length", () => {
    const { state, effects } = after("callerReconnecting", {
      type: "timerFired",
      callId: mine,
      timer: "recover",
      at: 31_000,
    });
    expect(effects).toContainEqual({ type: "sendHangUp", callId: mine, reason: "lost" });
    expect(state).toMatchObject({ phase: "ended", reason: "lost", durationSeconds: 30 });
  });

  test("F1 the server has lost sight of one of the two: media proves that the call lives, its absence that it does not", () => {
    const lost = { type: "endedByServer", callId: mine, reason: "lost" } as const;
    expect(after("callerConnected", lost).state).toEqual(after("callerConnected", { type: "endedDismissed" }).state);
    expect(after("callerReconnecting", lost).state).toMatchObject({ phase: "ended", reason: "lost" });
    expect(after("callerConnected", { ...lost, reason: "hungUp" }).state).toMatchObject({ phase: "ended" });
  });

  test("a timer of an earlier stage means nothing", () => {
    for (const timer of ["ring", "connect", "recover", "restart"] as const) {
      expect(after("callerConnected", { type: "timerFired", callId: mine, timer, at: 1 }).effects).toEqual([]);
    }
  });

  test("messages of another call die here", () => {
    for (const event of [
      { type: "endedByServer", callId: foreign, reason: "hungUp" },
      { type: "peerMessageReceived", callId: foreign, message: { type: "hangUp" } },
      { type: "microphoneChanged", callId: foreign, state: "failed" },
      { type: "peerFailed", callId: foreign },
    ] as const) {
      const { state, effects } = after("callerConnected", event);
      expect(effects).toEqual([]);
      expect(state).toEqual(after("callerConnected", { type: "endedDismissed" }).state);
    }
  });
});
