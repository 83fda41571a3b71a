import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inLanes } from "../testing/lanes";
import { acceptRound, glareRound } from "../testing/rounds";
import { inviteTo } from "../testing/samples";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** A caller, and a callee with two devices. */
async function openTriangle() {
  const [ann, ben] = await server.contacts();
  const [caller, one, two] = await Promise.all([ann.connect(), ben.connect(), ben.connect()]);
  const ring = async (): Promise<string> => {
    const callId = randomUUID();
    valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
    await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
    return callId;
  };
  return { ann, ben, caller, one, two, ring };
}

const PATIENCE = { timeout: 120_000 };

describe("races", () => {
  it("F3 two devices accept in the same millisecond: exactly one wins, 200 rounds", PATIENCE, async () => {
    let wins = 0;
    await inLanes(8, 200, async () => {
      const { ben, caller, one, two } = await openTriangle();
      return async (round) => {
        await acceptRound(caller, ben.id, round % 2 === 0 ? [one, two] : [two, one]);
        wins += 1;
      };
    });
    expect(wins).toBe(200);
  });

  it(
    "F4 the caller cancels as the callee accepts: one takes the ring, the call is over, 100 rounds",
    PATIENCE,
    async () => {
      const reasons: string[] = [];
      await inLanes(5, 100, async () => {
        const { ann, caller, one, two, ring } = await openTriangle();
        return async (round) => {
          const callId = await ring();
          const acts = [
            () => caller.request("call:cancel", { callId }),
            () => one.request("call:accept", { callId }),
          ] as const;
          const pending = round % 2 === 0 ? [acts[0](), acts[1]()] : [acts[1](), acts[0]()].toReversed();
          const [cancelled, accepted] = await Promise.all(pending);
          if (!cancelled || !accepted) throw new Error("two acts have two results");
          expect(codeOf(cancelled)).toBe("ok");
          expect(["ok", "call.wrongState"]).toContain(codeOf(accepted));
          // Who took the ring decides the reason; all three places read the same.
          const reason = accepted.ok ? "hungUp" : "cancelled";
          expect(await one.next("call:ended")).toEqual({ callId, reason });
          expect((await two.next("call:ended")).reason).toBe(accepted.ok ? "answeredElsewhere" : "cancelled");
          expect(valueOf((await ann.call("listCalls", {})).result)[0]).toMatchObject({ id: callId, reason });
          reasons.push(reason);
        };
      });
      expect(reasons).toHaveLength(100);
    },
  );

  it("F2 both call each other at once: one call, the other is told of it, 100 rounds", PATIENCE, async () => {
    let calls = 0;
    await inLanes(5, 100, async () => {
      const [cat, dan] = await server.contacts();
      const left = { id: cat.id, socket: await cat.connect() };
      const right = { id: dan.id, socket: await dan.connect() };
      return async () => {
        await glareRound(left, right);
        calls += 1;
      };
    });
    expect(calls).toBe(100);
  });

  it("F2 both call each other with the same id: both end, and both can call again", async () => {
    const [cat, dan] = await server.contacts();
    const [left, right] = await Promise.all([cat.connect(), dan.connect()]);
    const callId = randomUUID();
    const both = await Promise.all([
      left.request("call:invite", inviteTo(dan.id, callId)),
      right.request("call:invite", inviteTo(cat.id, callId)),
    ]);
    expect(both.map(codeOf).toSorted()).toEqual(["call.wrongState", "ok"]);
    for (const socket of [left, right]) expect(await socket.next("call:ended")).toEqual({ callId, reason: "failed" });
    expect(codeOf(await left.request("call:invite", inviteTo(dan.id)))).toBe("ok");
  });
});
