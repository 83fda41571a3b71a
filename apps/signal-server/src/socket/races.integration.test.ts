import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import type { TestSocket } from "../testing/testSocket";

let server: TestServer;
let ann: Person;
let ben: Person;
let caller: TestSocket;
let one: TestSocket;
let two: TestSocket;

beforeAll(async () => {
  server = await createTestServer();
  [ann, ben] = await server.contacts();
  caller = await ann.connect();
  [one, two] = [await ben.connect(), await ben.connect()];
});
afterAll(() => server.close());

async function ring(): Promise<string> {
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  await Promise.all([one.next("call:incoming"), two.next("call:incoming")]);
  return callId;
}

describe("races", () => {
  it("F3 two devices accept in the same millisecond: exactly one wins, 200 rounds", async () => {
    const wins = { one: 0, two: 0 };
    for (let round = 0; round < 200; round++) {
      const callId = await ring();
      const order = round % 2 === 0 ? [one, two] : [two, one];
      const results = await Promise.all(order.map((socket) => socket.request("call:accept", { callId })));
      expect(results.map(codeOf).toSorted()).toEqual(["call.wrongState", "ok"]);
      const winner = order[results.findIndex((result) => result.ok)];
      const loser = winner === one ? two : one;
      wins[winner === one ? "one" : "two"] += 1;
      expect(await caller.next("call:accepted")).toEqual({ callId });
      expect(await loser.next("call:ended")).toEqual({ callId, reason: "answeredElsewhere" });
      valueOf(await caller.request("call:hangUp", { callId }));
      expect(await winner?.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    }
    expect(wins.one + wins.two).toBe(200);
    expect(caller.callEvents()).toHaveLength(200);
    // One incoming, one ended each per round: nobody was told twice.
    expect(one.callEvents()).toHaveLength(400);
    expect(two.callEvents()).toHaveLength(400);
  });

  it("F4 the caller cancels as the callee accepts: one takes the ring, the call is over either way, 100 rounds", async () => {
    for (let round = 0; round < 100; round++) {
      const callId = await ring();
      const cancel = () => caller.request("call:cancel", { callId });
      const accept = () => one.request("call:accept", { callId });
      const [first, second] = round % 2 === 0 ? [cancel, accept] : [accept, cancel];
      const [a, b] = await Promise.all([first(), second()]);
      const [cancelled, accepted] = round % 2 === 0 ? [a, b] : [b, a];
      expect(codeOf(cancelled)).toBe("ok");
      expect(codeOf(accepted)).toBe(accepted.ok ? "ok" : "call.wrongState");
      // The one who took the ring decides the reason; both sides read the same.
      const reason = accepted.ok ? "hungUp" : "cancelled";
      expect(await one.next("call:ended")).toEqual({ callId, reason });
      expect((await two.next("call:ended")).reason).toBe(accepted.ok ? "answeredElsewhere" : "cancelled");
      const [record] = valueOf((await ann.call("listCalls", {})).result);
      expect(record).toMatchObject({ id: callId, reason });
    }
  });

  it("F2 both call each other at once: one call, the other is told of it, 100 rounds", async () => {
    const [cat, dan] = await server.contacts();
    const [left, right] = [await cat.connect(), await dan.connect()];
    for (let round = 0; round < 100; round++) {
      const ids = [randomUUID(), randomUUID()] as const;
      const invites = [
        () => left.request("call:invite", inviteTo(dan.id, ids[0])),
        () => right.request("call:invite", inviteTo(cat.id, ids[1])),
      ] as const;
      const results = await Promise.all(invites.map((invite) => invite()));
      expect(results.map(codeOf).toSorted()).toEqual(["call.glare", "ok"]);
      const leftWon = results[0]?.ok === true;
      const [winner, loser, callId] = leftWon ? [left, right, ids[0]] : [right, left, ids[1]];
      expect((await loser.next("call:incoming")).callId).toBe(callId);
      valueOf(await loser.request("call:accept", { callId }));
      await winner.next("call:accepted");
      valueOf(await winner.request("call:hangUp", { callId }));
      await loser.next("call:ended");
    }
    expect(valueOf((await cat.call("listCalls", {})).result).every(({ reason }) => reason === "hungUp")).toBe(true);
    expect(left.callEvents().length + right.callEvents().length).toBe(300);
  });
});
