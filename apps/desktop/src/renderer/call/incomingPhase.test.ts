import { describe, expect, test } from "vitest";
import { after, ann, answer, candidate, foreign, laterOffer, mine, offer, ringing, run, theirs } from "./callSamples";
import { MAX_HELD_CANDIDATES } from "./callState";
import { viewOf } from "./callViewOf";

const accept = { type: "acceptRequested", camera: true } as const;
const silence = [{ type: "stopRinging" }, { type: "stopTimer", callId: theirs, timer: "ring" }];

describe("being called", () => {
  test("R1 it rings, and that is all", () => {
    const { state, effects } = run([ringing()]);
    expect(effects).toEqual([
      { type: "startRinging", direction: "incoming", peerName: "Ann" },
      { type: "startTimer", callId: theirs, timer: "ring", ms: 40_000 },
    ]);
    expect(viewOf(state)).toEqual({ screen: "incoming", peer: ann, kind: "video" });
  });

  test("accepting answers with what was held, the newest offer first", () => {
    const { state, effects } = after(
      "incoming",
      { type: "candidatesReceived", callId: theirs, candidates: [candidate(1)] },
      { type: "descriptionReceived", callId: theirs, description: laterOffer },
      { type: "descriptionReceived", callId: theirs, description: answer },
      { type: "candidatesReceived", callId: theirs, candidates: [candidate(2)] },
      accept,
    );
    expect(effects).toEqual([
      { type: "sendAccept", callId: theirs },
      { type: "openPeer", callId: theirs, role: "callee" },
      { type: "startMedia", callId: theirs },
      { type: "openCamera", callId: theirs },
      { type: "openMicrophone", callId: theirs },
      { type: "applyDescription", callId: theirs, description: laterOffer },
      { type: "startTimer", callId: theirs, timer: "connect", ms: 20_000 },
      ...silence,
    ]);
    expect(viewOf(state)).toMatchObject({ screen: "inCall", link: "connecting", local: { camera: "opening" } });
  });

  test("F3 the caller's candidates wait for the server's word that it was this device", () => {
    const { state } = after(
      "incoming",
      { type: "candidatesReceived", callId: theirs, candidates: [candidate(1)] },
      accept,
    );
    const more = run([{ type: "candidatesReceived", callId: theirs, candidates: [candidate(2)] }], state);
    expect(more.effects).toEqual([]);
    const confirmed = run([{ type: "acceptAcknowledged", callId: theirs }], more.state);
    expect(confirmed.effects).toEqual([
      { type: "applyCandidates", callId: theirs, candidates: [candidate(1), candidate(2)] },
    ]);
    const late = run([{ type: "candidatesReceived", callId: theirs, candidates: [candidate(3)] }], confirmed.state);
    expect(late.effects).toMatchObject([{ type: "applyCandidates" }]);
  });

  test("accepting without the camera leaves it off", () => {
    const { state, effects } = after("incoming", { type: "acceptRequested", camera: false });
    expect(effects).not.toContainEqual({ type: "openCamera", callId: theirs });
    expect(state).toMatchObject({ local: { microphone: "opening", camera: "off" } });
  });

  test("F15 a flood of candidates fills no memory", () => {
    const flood = Array.from({ length: 100 }, () => ({
      type: "candidatesReceived" as const,
      callId: theirs,
      candidates: Array.from({ length: 32 }, (_, n) => candidate(n)),
    }));
    expect(after("incoming", ...flood).state).toMatchObject({ candidates: { length: MAX_HELD_CANDIDATES } });
  });

  test.each([{ type: "declineRequested" }, { type: "hangUpRequested" }] as const)("$type declines", (event) => {
    const { state, effects } = after("incoming", event);
    expect(effects).toEqual([{ type: "sendDecline", callId: theirs }, ...silence]);
    expect(state).toMatchObject({ phase: "ended", role: "callee", reason: "declined", byMe: true });
  });

  test.each(["cancelled", "answeredElsewhere", "declinedElsewhere", "missed"] as const)("ended: %s", (reason) => {
    const { state, effects } = after("incoming", { type: "endedByServer", callId: theirs, reason });
    expect(effects).toEqual(silence);
    expect(viewOf(state)).toMatchObject({ screen: "ended", reason, byMe: false });
  });

  test("the server is gone while it rings: it stops by itself", () => {
    const fired = { type: "timerFired", callId: theirs, timer: "ring", at: 1 } as const;
    expect(after("incoming", fired).state).toMatchObject({ phase: "ended", reason: "missed" });
  });

  test("F7 a second call changes nothing", () => {
    expect(after("incoming", ringing({ callId: foreign })).effects).toEqual([]);
    expect(after("calleeConnected", ringing({ callId: foreign })).effects).toEqual([]);
  });

  test("a camera of the call before that opens only now is closed", () => {
    const late = { type: "cameraChanged", callId: mine, state: "on" } as const;
    expect(after("incoming", late).effects).toEqual([{ type: "releaseMedia", callId: mine }]);
  });

  test("R1 messages of the caller open nothing, offer or not", () => {
    for (const description of [offer, laterOffer, answer]) {
      expect(after("incoming", { type: "descriptionReceived", callId: theirs, description }).effects).toEqual([]);
    }
  });
});
