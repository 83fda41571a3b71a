import { type CallStanding, ok, refused, type Result } from "@sightline/protocol";
import { describe, expect, test } from "vitest";
import type { CallEvent } from "../call/callEvents";
import { mine, type Situation, stateIn, theirs } from "../call/callSamples";
import { createCallResume } from "./callResume";

/** What is asked of the server and told to the machine when the socket is back in a situation. */
async function resumeIn(situation: Situation, answer: Result<CallStanding>) {
  const asked: object[] = [];
  const told: CallEvent[] = [];
  const send = async (name: string, payload: object) => {
    asked.push({ name, ...payload });
    return answer as Result<never>;
  };
  await createCallResume({ send, state: () => stateIn(situation), dispatch: (event) => told.push(event) }).online();
  return { asked, told };
}

const active = ok({ state: "active" as const });

describe("after a break of the socket", () => {
  test.each(["idle", "preparing", "sent", "crossed", "callerEnded"] as const)(
    "%s: there is nothing to ask for",
    async (situation) => expect(await resumeIn(situation, active)).toEqual({ asked: [], told: [] }),
  );

  test.each([
    ["acknowledged", mine],
    ["incoming", theirs],
    ["callerConnecting", mine],
    ["calleeConnected", theirs],
    ["callerReconnecting", mine],
  ] as const)("%s: an end that was missed is heard of", async (situation, callId) => {
    const { asked, told } = await resumeIn(situation, ok({ state: "ended", reason: "hungUp" }));
    expect(asked).toEqual([{ name: "call:resume", callId }]);
    expect(told).toEqual([{ type: "endedByServer", callId, reason: "hungUp" }]);
  });

  test("F3 that another device has answered than the one we talk to is heard of", async () => {
    const anew = ok({ state: "active" as const, anew: true });
    const { told } = await resumeIn("callerUnconfirmed", anew);
    expect(told).toEqual([{ type: "acceptedByPeer", callId: mine, anew: true }]);
    expect((await resumeIn("callerConnected", active)).told).toEqual([{ type: "signalingBack", callId: mine }]);
  });

  test("an answer that was missed is heard of", async () => {
    expect((await resumeIn("acknowledged", active)).told).toEqual([{ type: "acceptedByPeer", callId: mine }]);
    expect((await resumeIn("incoming", active)).told).toEqual([]);
  });

  test("F1 the answer to our offer was missed with it, and is asked for", async () => {
    const told: CallEvent[] = [];
    const accepted = () => told.some(({ type }) => type === "acceptedByPeer");
    await createCallResume({
      send: async () => active as Result<never>,
      state: () => stateIn(accepted() ? "callerConnecting" : "acknowledged"),
      dispatch: (event) => told.push(event),
    }).online();
    expect(told).toEqual([
      { type: "acceptedByPeer", callId: mine },
      { type: "signalingBack", callId: mine },
    ]);
  });

  test("signals get through again to a call that runs", async () => {
    expect((await resumeIn("callerReconnecting", active)).told).toEqual([{ type: "signalingBack", callId: mine }]);
  });

  test("F8 a socket that must prove itself does so by any answer, and is believed while there is no call", async () => {
    const works = (situation: Situation, answer: Result<CallStanding>) => {
      const send = async () => answer as Result<never>;
      return createCallResume({ send, state: () => stateIn(situation), dispatch: () => {} }).works(700);
    };
    expect(await works("callerReconnecting", active)).toBe(true);
    expect(await works("callerReconnecting", refused("call.notFound"))).toBe(true);
    expect(await works("callerReconnecting", refused("server.unavailable"))).toBe(false);
    expect(await works("idle", refused("server.unavailable"))).toBe(true);
  });

  test("F1 a server that does not know the call, or cannot say, changes nothing", async () => {
    for (const code of ["call.notFound", "server.unavailable"] as const) {
      expect((await resumeIn("callerConnected", refused(code))).told).toEqual([]);
    }
    expect((await resumeIn("acknowledged", ok({ state: "ringing" }))).told).toEqual([]);
  });
});
