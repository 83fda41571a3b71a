import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { candidate, inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import type { TestSocket } from "../testing/testSocket";

const timing = {
  sweep: 50,
  ring: 1_500,
  lostWhileRinging: 200,
  lostWhileActive: 700,
  lostBesidePeer: 2_100,
  presenceGrace: 300,
};

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ timing });
});
afterAll(() => server.close());

async function ring(ann: Person, ben: Person) {
  const [caller, callee] = [await ann.connect(), await ben.connect()];
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  await callee.next("call:incoming");
  return { caller, callee, callId };
}

async function talk(ann: Person, ben: Person) {
  const call = await ring(ann, ben);
  valueOf(await call.callee.request("call:accept", { callId: call.callId }));
  await call.caller.next("call:accepted");
  return call;
}

async function lastReason(person: Person): Promise<string | undefined> {
  return valueOf((await person.call("listCalls", {})).result)[0]?.reason;
}

describe("time and calls", () => {
  it("a ring nobody answers ends as missed on both sides, and the seats are free again", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee, callId } = await ring(ann, ben);
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "missed" });
    expect(await callee.next("call:ended")).toEqual({ callId, reason: "missed" });
    expect(codeOf(await callee.request("call:accept", { callId }))).toBe("call.wrongState");
    expect(await lastReason(ben)).toBe("missed");
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("ok");
  });

  it("a caller who vanishes while it rings has cancelled", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee, callId } = await ring(ann, ben);
    caller.close();
    expect(await callee.next("call:ended")).toEqual({ callId, reason: "cancelled" });
    expect(await lastReason(ann)).toBe("cancelled");
  });

  it("an answered call without a party is the other side's to end, but not for ever", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee, callId } = await talk(ann, ben);
    const left = performance.now();
    callee.close();
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "lost" });
    expect(performance.now() - left).toBeGreaterThan(timing.lostBesidePeer - 100);
    expect(await lastReason(ben)).toBe("lost");
  });

  it("an answered call whose two parties have both vanished is lost", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee } = await talk(ann, ben);
    caller.close();
    callee.close();
    await expect.poll(() => lastReason(ben), { timeout: 5_000 }).toBe("lost");
  });

  it("a party who comes back in time goes on with the call, and signals reach them", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee, callId } = await talk(ann, ben);
    callee.close();
    const back = await ben.connect({ device: callee.device });
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    await back.next("signal:candidates");
    valueOf(await back.request("signal:candidates", { callId, candidates: [candidate] }));
    await caller.next("signal:candidates");
    valueOf(await back.request("call:hangUp", { callId }));
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "hungUp" });
  });

  it("a restart of the server keeps the call of those who come back, and ends the call of those who do not", async () => {
    const [pairA, pairB] = [await server.contacts(), await server.contacts()];
    const kept = await talk(...pairA);
    const lost = await talk(...pairB);
    await server.restart();
    const [caller, callee] = await Promise.all([
      pairA[0].connect({ device: kept.caller.device }),
      pairA[1].connect({ device: kept.callee.device }),
    ]);
    const witness = await pairB[1].connect({ device: lost.callee.device });
    expect(await witness.next("call:ended")).toEqual({ callId: lost.callId, reason: "lost" });
    const { callId } = kept;
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    await callee.next("signal:candidates");
    valueOf(await callee.request("call:hangUp", { callId }));
    await caller.next("call:ended");
  });

  it("a restart does not forget a ring's deadline", async () => {
    const [ann, ben] = await server.contacts();
    const { caller, callee, callId } = await ring(ann, ben);
    await server.restart();
    const [again] = await Promise.all([ben.connect({ device: callee.device }), ann.connect({ device: caller.device })]);
    expect(await again.next("call:incoming")).toMatchObject({ callId });
    expect(await again.next("call:ended")).toEqual({ callId, reason: "missed" });
  });
});

describe("presence", () => {
  const presences = (socket: TestSocket) =>
    socket.received.flatMap(({ event, payload }) => (event === "presence:changed" ? [payload] : []));

  it("goes online, inCall, online, offline for contacts, live and in the list, and for nobody else", async () => {
    const [ann, ben] = await server.contacts();
    const [watcher, eve] = [await ann.connect(), await server.person()];
    const stranger = await eve.connect();
    const listed = async () => valueOf((await ann.call("listContacts", {})).result)[0]?.presence;
    expect(await listed()).toBe("offline");
    const [first, second] = [await ben.connect(), await ben.connect()];
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    expect(await listed()).toBe("online");
    const callId = randomUUID();
    valueOf(await watcher.request("call:invite", inviteTo(ben.id, callId)));
    expect(await listed()).toBe("online");
    valueOf(await first.request("call:accept", { callId }));
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "inCall" });
    expect(await listed()).toBe("inCall");
    valueOf(await first.request("call:hangUp", { callId }));
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    first.close();
    second.close();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
    expect(await listed()).toBe("offline");
    expect(presences(watcher)).toHaveLength(4);
    // Fence: what eve is told next comes after all that could have been sent to her before.
    valueOf((await ann.call("requestContact", { username: eve.me.username })).result);
    await stranger.next("contact:changed");
    expect(presences(stranger)).toEqual([]);
  });

  it("does not flicker when a page is loaded anew", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    let page = await ben.connect();
    await watcher.next("presence:changed");
    for (let loads = 0; loads < 5; loads++) {
      page.close();
      page = await ben.connect();
    }
    page.close();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
    expect(presences(watcher)).toHaveLength(2);
  });
});
