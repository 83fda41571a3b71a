import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ config: { strangerCalls: true } });
});
afterAll(() => server.close());

const list = async (person: Person) => valueOf((await person.call("listContacts", {})).result);
const ask = async (from: Person, to: Person) =>
  (await from.call("requestContact", { username: to.me.username })).result;
const block = async (by: Person, whom: Person) => valueOf((await by.call("blockPerson", { userId: whom.id })).result);
const unblock = async (by: Person, whom: Person) =>
  valueOf((await by.call("unblockPerson", { userId: whom.id })).result);
const calls = async (person: Person) => valueOf((await person.call("listCalls", {})).result);

describe("a block (R12)", () => {
  it("makes the blocker offline to a contact: the same answer and the same record as for somebody who is not there", async () => {
    const [ann, ben] = await server.contacts();
    const away = await server.person();
    await server.befriend(away, ben);
    const bensDevice = await ben.connect();
    const annsDevice = await ann.connect();
    expect(await bensDevice.next("presence:changed")).toEqual({ userId: ann.id, presence: "online" });
    await block(ann, ben);
    expect(await bensDevice.next("presence:changed")).toEqual({ userId: ann.id, presence: "offline" });
    expect(await annsDevice.next("contact:removed")).toEqual({ userId: ben.id });
    expect(await list(ann)).toEqual([]);
    const rowOf = async (person: Person) => (await list(ben)).find(({ user }) => user.id === person.id);
    expect(await rowOf(ann)).toMatchObject({ state: "accepted", presence: "offline" });
    expect((await rowOf(away))?.presence).toBe("offline");
    const answers = [];
    for (const whom of [ann, away]) answers.push(await bensDevice.request("call:invite", inviteTo(whom.id)));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers.map(codeOf)).toEqual(["call.unreachable", "call.unreachable"]);
    const records = (await calls(ben)).map(({ reason, durationSeconds, direction }) => {
      return { reason, durationSeconds, direction };
    });
    expect(records).toHaveLength(2);
    expect(records[0]).toEqual(records[1]);
    expect(await calls(ann)).toEqual([]);
    expect(annsDevice.callEvents()).toEqual([]);
  });

  it("tells the blocked nothing of coming and going, nor of calls, and the other way round", async () => {
    const [ann, ben] = await server.contacts();
    const cat = await server.person();
    await server.befriend(ann, cat);
    const bensDevice = await ben.connect();
    await block(ann, ben);
    await bensDevice.next("presence:changed");
    const [annsDevice, catsDevice] = [await ann.connect(), await cat.connect()];
    const { callId, ...invite } = inviteTo(cat.id);
    valueOf(await annsDevice.request("call:invite", { callId, ...invite }));
    await catsDevice.next("call:incoming");
    valueOf(await catsDevice.request("call:accept", { callId }));
    valueOf(await annsDevice.request("call:hangUp", { callId }));
    await catsDevice.next("call:ended");
    const second = await ben.connect();
    valueOf(await second.request("signal:ping", {}));
    expect(bensDevice.received.filter(({ event }) => event === "presence:changed")).toHaveLength(1);
    expect(
      annsDevice.received.filter(
        ({ event, payload }) => event === "presence:changed" && (payload as { userId: string }).userId === ben.id,
      ),
    ).toEqual([]);
    expect(codeOf(await annsDevice.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
    expect(second.callEvents()).toEqual([]);
  });

  it("lets requests of the blocked look sent, keeps them from the blocker, and shows them when it is lifted", async () => {
    const [ann, ben] = [await server.person(), await server.person()];
    const annsDevice = await ann.connect();
    await block(ann, ben);
    await annsDevice.next("contact:removed");
    expect(valueOf(await ask(ben, ann))).toMatchObject({ state: "outgoing", presence: "offline" });
    expect(codeOf(await ask(ben, ann))).toBe("contact.exists");
    expect(await list(ann)).toEqual([]);
    expect(codeOf((await ann.call("acceptContact", { userId: ben.id })).result)).toBe("contact.notFound");
    expect(codeOf(await ask(ann, ben))).toBe("contact.blocked");
    expect(valueOf((await ann.call("listBlocked", {})).result).map(({ id }) => id)).toEqual([ben.id]);
    await unblock(ann, ben);
    // The only word about it, and only now.
    expect(await annsDevice.next("contact:changed")).toMatchObject({ user: { id: ben.id }, state: "incoming" });
    expect((await list(ann)).map(({ state }) => state)).toEqual(["incoming"]);
  });

  it("withdraws the blocker's own request; contacts are contacts again afterwards, with presence", async () => {
    const [ann, ben] = [await server.person(), await server.person()];
    valueOf(await ask(ann, ben));
    await block(ann, ben);
    expect([await list(ann), await list(ben)]).toEqual([[], []]);
    const [cat, dan] = await server.contacts();
    const dansDevice = await dan.connect();
    await cat.connect();
    await block(cat, dan);
    await block(cat, dan);
    await unblock(cat, dan);
    const { presence, state } = await dansDevice.next("contact:changed");
    expect({ presence, state }).toEqual({ presence: "online", state: "accepted" });
    expect((await list(cat)).map((row) => row.presence)).toEqual(["online"]);
    expect(codeOf((await cat.call("unblockPerson", { userId: dan.id })).result)).toBe("contact.notFound");
    expect(codeOf((await cat.call("blockPerson", { userId: cat.id })).result)).toBe("contact.self");
  });
});

describe("who may call (R12)", () => {
  const letAnyone = async (person: Person) =>
    valueOf((await person.call("changePreferences", { callableBy: "anyone" })).result);

  it("contacts alone, unless the person lets anyone; then they ring, and may not connect early (R8)", async () => {
    const [ann, ben] = [await server.person(), await server.person()];
    const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
    expect(codeOf(await annsDevice.request("call:invite", { ...inviteTo(ben.id), warm: true }))).toBe(
      "call.unreachable",
    );
    expect(valueOf((await ben.call("preferences", {})).result)).toMatchObject({ callableBy: "contacts" });
    await letAnyone(ben);
    expect(await bensDevice.next("preferences:changed")).toMatchObject({ callableBy: "anyone" });
    const invite = inviteTo(ben.id);
    valueOf(await annsDevice.request("call:invite", { ...invite, warm: true }));
    expect(await bensDevice.next("call:incoming")).not.toHaveProperty("warm");
    valueOf(await annsDevice.request("call:cancel", { callId: invite.callId }));
    expect(codeOf(await annsDevice.request("call:invite", inviteTo(ann.id)))).toBe("call.unreachable");
  });

  it("a stranger who is blocked, one who may not, and one who calls nobody at all get the same answer and no record", async () => {
    const [ann, ben, cat] = [await server.person(), await server.person(), await server.person()];
    const annsDevice = await ann.connect();
    const bensDevice = await ben.connect();
    await cat.connect();
    await letAnyone(ben);
    await block(ben, ann);
    const nobody = inviteTo("00000000-0000-4000-8000-00000000000f");
    const answers = [];
    for (const invite of [inviteTo(ben.id), inviteTo(cat.id), nobody]) {
      answers.push(await annsDevice.request("call:invite", invite));
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers.map(codeOf)[0]).toBe("call.unreachable");
    expect(await calls(ann)).toEqual([]);
    expect(bensDevice.callEvents()).toEqual([]);
  });

  it("the server has the last word", async () => {
    const closed = await createTestServer();
    try {
      const [ann, ben] = [await closed.person(), await closed.person()];
      await letAnyone(ben);
      const [annsDevice] = [await ann.connect(), await ben.connect()];
      expect(codeOf(await annsDevice.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
      expect(valueOf((await closed.call("serverInfo", {})).result).strangerCalls).toBe(false);
    } finally {
      await closed.close();
    }
  });
});

it("whoever was declined may ask again, but not flood (R17): three times a day, and a stranger calls as often an hour", async () => {
  const strict = await createTestServer({ config: { relaxedLimits: false, strangerCalls: true } });
  try {
    const [ann, ben, cat] = [await strict.person(), await strict.person(), await strict.person()];
    const outcomes = [];
    for (let round = 0; round < 4; round++) {
      outcomes.push(codeOf(await ask(ann, ben)));
      await ben.call("removeContact", { userId: ann.id });
    }
    expect(outcomes).toEqual(["ok", "ok", "ok", "rate.limited"]);
    expect(codeOf(await ask(ann, cat))).toBe("ok");
    const device = await ann.connect();
    const answers = [];
    for (let round = 0; round < 4; round++) answers.push(await device.request("call:invite", inviteTo(ben.id)));
    expect(answers.map(codeOf)).toEqual(["call.unreachable", "call.unreachable", "call.unreachable", "rate.limited"]);
  } finally {
    await strict.close();
  }
});
