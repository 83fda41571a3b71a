import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { answer, candidate, inviteTo, offer } from "../testing/samples";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

async function ringing() {
  const [ann, ben] = await server.contacts();
  const [caller, callee] = [await ann.connect(), await ben.connect()];
  const invite = inviteTo(ben.id);
  valueOf(await caller.request("call:invite", invite));
  await callee.next("call:incoming");
  return { ann, ben, caller, callee, callId: invite.callId };
}

async function answered() {
  const call = await ringing();
  valueOf(await call.callee.request("call:accept", { callId: call.callId }));
  await call.caller.next("call:accepted");
  return call;
}

describe("a call", () => {
  it("rings, is accepted, relays both ways and is hung up", async () => {
    const [ann, ben] = await server.contacts();
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    const invite = inviteTo(ben.id);
    const { callId } = invite;
    expect(valueOf(await caller.request("call:invite", invite))).toEqual({ ringSeconds: 45 });
    expect(await callee.next("call:incoming")).toEqual({
      callId,
      from: { id: ann.id, name: ann.me.name, username: ann.me.username },
      kind: "video",
      offer,
      ringSeconds: 45,
    });
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    expect((await callee.next("signal:candidates")).candidates).toEqual([candidate]);
    valueOf(await callee.request("call:accept", { callId }));
    await caller.next("call:accepted");
    valueOf(await callee.request("signal:description", { callId, description: answer }));
    expect((await caller.next("signal:description")).description).toEqual(answer);
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate, candidate] }));
    expect((await callee.next("signal:candidates")).candidates).toHaveLength(2);
    valueOf(await caller.request("call:hangUp", { callId }));
    expect(await callee.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect(codeOf(await callee.request("signal:candidates", { callId, candidates: [candidate] }))).toBe(
      "call.wrongState",
    );
    const [theirs] = valueOf((await ben.call("listCalls", {})).result);
    expect(theirs).toMatchObject({ id: callId, direction: "incoming", reason: "hungUp", durationSeconds: 0 });
    expect(theirs?.peer.username).toBe(ann.me.username);
  });

  it("stops ringing everywhere when one device declines", async () => {
    const { ben, caller, callee, callId } = await ringing();
    const second = await ben.connect();
    await second.next("call:incoming");
    valueOf(await callee.request("call:decline", { callId }));
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "declined" });
    expect(await second.next("call:ended")).toEqual({ callId, reason: "declinedElsewhere", device: "Sightline" });
    expect(callee.callEvents()).toEqual(["call:incoming"]);
  });

  it("tells the other devices that one has answered, and keeps signals between the two", async () => {
    const { ben, caller, callee, callId } = await ringing();
    const second = await ben.connect();
    await second.next("call:incoming");
    valueOf(await callee.request("call:accept", { callId }));
    expect(await second.next("call:ended")).toEqual({ callId, reason: "answeredElsewhere", device: "Sightline" });
    expect(codeOf(await second.request("call:accept", { callId }))).toBe("call.wrongState");
    expect(codeOf(await second.request("signal:description", { callId, description: answer }))).toBe("call.wrongState");
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    await callee.next("signal:candidates");
    valueOf(await caller.request("call:hangUp", { callId }));
    await callee.next("call:ended");
    expect(second.callEvents()).toEqual(["call:incoming", "call:ended"]);
    expect(caller.callEvents()).toEqual(["call:accepted"]);
  });

  it("reaches a device that connects while it rings, with offer and candidates", async () => {
    const { ben, caller, callId } = await ringing();
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    const late = await ben.connect();
    const incoming = await late.next("call:incoming");
    expect(incoming).toMatchObject({ callId, offer });
    expect(incoming.ringSeconds).toBeGreaterThan(30);
    expect((await late.next("signal:candidates")).candidates).toEqual([candidate]);
  });

  it("F5 what a device says without waiting for answers is heard in that order; what comes before its invite reaches nobody", async () => {
    const [ann, ben] = await server.contacts();
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    const invite = inviteTo(ben.id);
    const { callId } = invite;
    const answers = await Promise.all([
      caller.request("signal:candidates", { callId, candidates: [candidate] }),
      caller.request("call:hangUp", { callId }),
      caller.request("call:invite", invite),
      caller.request("signal:candidates", { callId, candidates: [candidate, candidate] }),
      caller.request("call:cancel", { callId }),
    ]);
    expect(answers.map(codeOf)).toEqual(["call.notFound", "call.notFound", "ok", "ok", "ok"]);
    await callee.next("call:ended");
    expect(callee.callEvents()).toEqual(["call:incoming", "signal:candidates", "call:ended"]);
    expect((await callee.next("signal:candidates")).candidates).toHaveLength(2);
  });

  it("F6 a ring past its deadline by the server's clock rings nowhere any more, and is missed", async () => {
    let now = new Date();
    const late = await createTestServer({ clock: { now: () => now }, timing: { sweep: 3_600_000 } });
    try {
      const [ann, ben] = await late.contacts();
      const [caller] = [await ann.connect(), await ben.connect()];
      const { callId, ...invite } = inviteTo(ben.id);
      valueOf(await caller.request("call:invite", { callId, ...invite }));
      now = new Date(now.getTime() + 60_000);
      const second = await ben.connect();
      // A round trip: whatever it was told as it came has arrived by then.
      expect(codeOf(await second.request("call:accept", { callId }))).toBe("call.wrongState");
      expect(second.callEvents()).toEqual([]);
    } finally {
      await late.close();
    }
  });

  it("cannot be made from within another call", async () => {
    const { ann, caller } = await answered();
    const cat = await server.person();
    await server.befriend(cat, ann);
    await cat.connect();
    expect(codeOf(await caller.request("call:invite", inviteTo(cat.id)))).toBe("call.selfBusy");
  });

  it("is unreachable when no device of the callee is connected, they see it as missed, and the caller on all devices", async () => {
    const [ann, ben] = await server.contacts();
    const [caller, second] = [await ann.connect(), await ann.connect()];
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
    for (const device of [caller, second]) expect(await device.next("calls:changed")).toEqual({});
    expect(valueOf((await ben.call("listCalls", {})).result)[0]).toMatchObject({ reason: "missed" });
    expect(valueOf((await ann.call("listCalls", {})).result)[0]).toMatchObject({ reason: "unreachable" });
  });

  it("R12 a stranger cannot ring, gets the answer of an offline callee, and leaves no trace with the callee", async () => {
    const [ann, ben] = [await server.person(), await server.person()];
    valueOf((await ann.call("requestContact", { username: ben.me.username })).result);
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
    expect(codeOf(await caller.request("call:invite", inviteTo(randomUUID())))).toBe("call.unreachable");
    expect(codeOf(await caller.request("call:invite", inviteTo(ann.id)))).toBe("call.unreachable");
    valueOf((await ben.call("acceptContact", { userId: ann.id })).result);
    await callee.next("contact:changed");
    expect(callee.callEvents()).toEqual([]);
    expect(valueOf((await ben.call("listCalls", {})).result)).toEqual([]);
  });
});
