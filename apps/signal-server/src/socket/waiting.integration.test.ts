import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { answer, candidate, inviteTo, offer } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
let impatient: TestServer;
beforeAll(async () => {
  server = await createTestServer();
  impatient = await createTestServer({ timing: { sweep: 50, ring: 1_000 } });
});
afterAll(() => Promise.all([server.close(), impatient.close()]));

/** Ann talks to Ben, who has a second device; Cat is a friend of Ben's. */
async function talking(on = server) {
  const [ann, ben] = await on.contacts();
  const cat = await on.person();
  await on.befriend(cat, ben);
  const [caller, callee, idle, third] = await Promise.all([ann.connect(), ben.connect(), ben.connect(), cat.connect()]);
  const callId = randomUUID();
  valueOf(await caller.request("call:invite", inviteTo(ben.id, callId)));
  valueOf(await callee.request("call:accept", { callId }));
  await caller.next("call:accepted");
  await idle.next("call:ended");
  for (const socket of [caller, callee, idle]) socket.takeCallEvents();
  return { ann, ben, cat, caller, callee, idle, third, callId };
}

/** The same, and Cat calls Ben. */
async function waiting(on = server) {
  const call = await talking(on);
  const waitingId = randomUUID();
  valueOf(await call.third.request("call:invite", inviteTo(call.ben.id, waitingId)));
  const incoming = await call.callee.next("call:incoming");
  return { ...call, waitingId, incoming };
}

const lastOf = async (person: Person) => valueOf((await person.call("listCalls", {})).result)[0];

describe("F7 a call to somebody who is in a call", () => {
  it("is shown on the one device that call runs on, as waiting, and disturbs nothing", async () => {
    const { cat, caller, callee, idle, third, callId, waitingId, incoming } = await waiting();
    expect(incoming).toEqual({
      callId: waitingId,
      from: { id: cat.id, name: cat.me.name, username: cat.me.username },
      kind: "video",
      offer,
      ringSeconds: expect.closeTo(45, 0),
      waiting: true,
    });
    valueOf(await third.request("signal:candidates", { callId: waitingId, candidates: [candidate] }));
    expect((await callee.next("signal:candidates")).callId).toBe(waitingId);
    valueOf(await callee.request("signal:description", { callId, description: answer }));
    expect((await caller.next("signal:description")).callId).toBe(callId);
    expect(idle.callEvents().filter((event) => event.startsWith("call:"))).toEqual([]);
    expect(third.callEvents()).toEqual([]);
  });

  it("R1 cannot be accepted beside the running one, by any device, and sends nothing back", async () => {
    const { callee, idle, third, waitingId } = await waiting();
    for (const device of [callee, idle]) {
      expect(codeOf(await device.request("call:accept", { callId: waitingId }))).toBe("call.wrongState");
      const description = { callId: waitingId, description: answer };
      expect(codeOf(await device.request("signal:description", description))).toBe("call.wrongState");
    }
    expect(third.callEvents()).toEqual([]);
  });

  it("is answered by hanging up the first, which is told so; no other device rings", async () => {
    const { ann, ben, caller, callee, idle, third, callId, waitingId } = await waiting();
    valueOf(await callee.request("call:accept", { callId: waitingId, instead: callId }));
    expect(await caller.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect(await third.next("call:accepted")).toEqual({ callId: waitingId });
    valueOf(await callee.request("signal:description", { callId: waitingId, description: answer }));
    expect((await third.next("signal:description")).callId).toBe(waitingId);
    expect(idle.callEvents().filter((event) => event === "call:incoming")).toEqual([]);
    expect(await lastOf(ann)).toMatchObject({ id: callId, reason: "hungUp" });
    valueOf(await third.request("call:hangUp", { callId: waitingId }));
    await callee.next("call:ended");
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("ok");
  });

  it("is declined, or refused as busy, and the first goes on", async () => {
    for (const busy of [false, true]) {
      const { cat, caller, callee, third, callId, waitingId } = await waiting();
      valueOf(await callee.request("call:decline", { callId: waitingId, busy }));
      expect(await third.next("call:ended")).toEqual({ callId: waitingId, reason: busy ? "busy" : "declined" });
      expect(await lastOf(cat)).toMatchObject({ id: waitingId, reason: busy ? "busy" : "declined" });
      valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
      await callee.next("signal:candidates");
    }
  });

  it("that is ignored hears busy when the ring time is over, and counts as missed for the callee", async () => {
    const { ben, callee, third, waitingId } = await waiting(impatient);
    expect(await third.next("call:ended")).toEqual({ callId: waitingId, reason: "busy" });
    expect(await callee.next("call:ended")).toEqual({ callId: waitingId, reason: "busy" });
    expect(await lastOf(ben)).toMatchObject({ id: waitingId, reason: "missed", direction: "incoming" });
  });

  it("rings everywhere as soon as the first is over, with all its caller has sent, and can be answered anywhere", async () => {
    const { caller, callee, idle, third, callId, waitingId } = await waiting();
    valueOf(await third.request("signal:candidates", { callId: waitingId, candidates: [candidate] }));
    await callee.next("signal:candidates");
    valueOf(await caller.request("call:hangUp", { callId }));
    for (const device of [callee, idle]) {
      const incoming = await device.next("call:incoming");
      expect(incoming).toMatchObject({ callId: waitingId, offer });
      expect(incoming).not.toHaveProperty("waiting");
      expect((await device.next("signal:candidates")).candidates).toEqual([candidate]);
    }
    valueOf(await idle.request("call:accept", { callId: waitingId }));
    expect(await callee.next("call:ended")).toMatchObject({ callId, reason: "hungUp" });
    expect(await callee.next("call:ended")).toMatchObject({ callId: waitingId, reason: "answeredElsewhere" });
    await third.next("call:accepted");
  });

  it("is one at a time: the next caller is busy at once, and whoever rings is not disturbed", async () => {
    const { ben, callee, waitingId } = await waiting();
    const dan = await server.person();
    await server.befriend(dan, ben);
    const fourth = await dan.connect();
    expect(codeOf(await fourth.request("call:invite", inviteTo(ben.id)))).toBe("call.busy");
    expect(callee.callEvents()).toEqual(["call:incoming"]);
    valueOf(await callee.request("call:decline", { callId: waitingId }));
    expect(codeOf(await fourth.request("call:invite", inviteTo(ben.id)))).toBe("ok");
  });

  it("is given up by its caller, also by vanishing, and the device is told", async () => {
    const { callee, third, waitingId } = await waiting();
    valueOf(await third.request("call:cancel", { callId: waitingId }));
    expect(await callee.next("call:ended")).toEqual({ callId: waitingId, reason: "cancelled" });
  });

  it("is told again to the device when its connection comes back", async () => {
    const { ben, callee, waitingId } = await waiting();
    const again = await ben.connect({ device: callee.device });
    expect(await again.next("call:incoming")).toMatchObject({ callId: waitingId, waiting: true });
  });

  it("is refused as busy while the callee's own call only rings", async () => {
    const [ann, ben] = await server.contacts();
    const cat = await server.person();
    await server.befriend(cat, ben);
    const [caller, callee, third] = await Promise.all([ann.connect(), ben.connect(), cat.connect()]);
    valueOf(await caller.request("call:invite", inviteTo(ben.id)));
    expect(codeOf(await third.request("call:invite", inviteTo(ben.id)))).toBe("call.busy");
    for (const device of [callee, third]) expect(await device.next("calls:changed")).toEqual({});
    expect(callee.callEvents()).toEqual(["call:incoming"]);
    expect(await lastOf(ben)).toMatchObject({ reason: "missed", direction: "incoming" });
    expect(await lastOf(cat)).toMatchObject({ reason: "busy", direction: "outgoing" });
  });

  it("cannot be used to end the call of somebody else", async () => {
    const { caller, idle, callee, callId, waitingId } = await waiting();
    expect(codeOf(await idle.request("call:accept", { callId: waitingId, instead: callId }))).toBe("call.wrongState");
    valueOf(await caller.request("signal:candidates", { callId, candidates: [candidate] }));
    await callee.next("signal:candidates");
  });

  it("F3 answering it as the first ends by itself: one call, no seat left behind, 40 rounds", {
    timeout: 60_000,
  }, async () => {
    for (let round = 0; round < 40; round++) {
      const { ben, caller, callee, third, callId, waitingId } = await waiting();
      const [accepted] = await Promise.all([
        callee.request("call:accept", { callId: waitingId, instead: callId }),
        caller.request("call:hangUp", { callId }),
      ]);
      expect(codeOf(accepted)).toBe("ok");
      expect(await third.next("call:accepted")).toEqual({ callId: waitingId });
      valueOf(await third.request("call:hangUp", { callId: waitingId }));
      expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("ok");
    }
  });
});
