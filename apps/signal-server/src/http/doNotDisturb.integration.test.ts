import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DoNotDisturb } from "@sightline/protocol";
import { codeOf, valueOf } from "../testing/httpClient";
import { presenceAt } from "../testing/presenceAt";
import { inviteTo } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ config: { strangerCalls: true }, timing: { sweep: 50, presenceGrace: 200 } });
});
afterAll(() => server.close());

const set = async (person: Person, doNotDisturb: DoNotDisturb) =>
  valueOf((await person.call("changePreferences", { doNotDisturb })).result);
const untilTurnedOff = { seconds: null };
const own = async (person: Person) => valueOf((await person.call("preferences", {})).result).doNotDisturb;
const calls = async (person: Person) =>
  valueOf((await person.call("listCalls", {})).result).map(({ reason, direction }) => `${direction} ${reason}`);

describe("do not disturb", () => {
  it("is told to all own devices and to contacts, at once, and so is its end", async () => {
    const [ann, ben] = await server.contacts();
    const watcher = await ann.connect();
    const [laptop, phone] = [await ben.connect(), await ben.connect({ idle: true })];
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    await set(ben, untilTurnedOff);
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "doNotDisturb" });
    for (const device of [laptop, phone]) {
      expect(await device.next("preferences:changed")).toMatchObject({ doNotDisturb: { seconds: null } });
    }
    expect(await presenceAt(ann, ben)).toBe("doNotDisturb");
    await set(ben, null);
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
    expect(await own(ben)).toBeNull();
    // Who is not there needs no quiet.
    await set(ben, untilTurnedOff);
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "doNotDisturb" });
    laptop.close();
    phone.close();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "offline" });
  });

  it("keeps calls from ringing: the caller is told, it stands in both lists, missed for the callee, who is told of the list", async () => {
    const [ann, ben] = await server.contacts();
    const [caller, callee] = [await ann.connect(), await ben.connect()];
    await set(ben, untilTurnedOff);
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("call.doNotDisturb");
    for (const device of [callee, caller]) expect(await device.next("calls:changed")).toEqual({});
    expect([await calls(ann), await calls(ben)]).toEqual([["outgoing doNotDisturb"], ["incoming missed"]]);
    expect(callee.callEvents()).toEqual([]);
    await set(ben, null);
    expect(codeOf(await caller.request("call:invite", inviteTo(ben.id)))).toBe("ok");
    await callee.next("call:incoming");
  });

  it("lets one's own calls through: both ways of the person who is being called", async () => {
    const [ann, ben] = await server.contacts();
    const [anns, bens] = [await ann.connect(), await ben.connect()];
    await set(ben, untilTurnedOff);
    const callId = randomUUID();
    valueOf(await bens.request("call:invite", inviteTo(ann.id, callId)));
    await anns.next("call:incoming");
    // Both want to talk: the one call stands, as always (F2).
    expect(codeOf(await anns.request("call:invite", inviteTo(ben.id)))).toBe("call.glare");
    valueOf(await anns.request("call:accept", { callId }));
    await bens.next("call:accepted");
  });

  it("goes before a call in the word, and keeps others from knocking at it", async () => {
    const [ann, ben] = await server.contacts();
    const cat = await server.person();
    await server.befriend(cat, ben);
    const [anns, bens, cats] = [await ann.connect(), await ben.connect(), await cat.connect()];
    const callId = randomUUID();
    valueOf(await anns.request("call:invite", inviteTo(ben.id, callId)));
    await bens.next("call:incoming");
    valueOf(await bens.request("call:accept", { callId }));
    await expect.poll(() => presenceAt(cat, ben)).toBe("inCall");
    await set(ben, untilTurnedOff);
    expect(await presenceAt(cat, ben)).toBe("doNotDisturb");
    expect(codeOf(await cats.request("call:invite", inviteTo(ben.id)))).toBe("call.doNotDisturb");
    expect(bens.received.filter(({ event }) => event === "call:incoming")).toHaveLength(1);
    await set(ben, null);
    expect(await presenceAt(cat, ben)).toBe("inCall");
  });

  it("ends by itself, on the minute of the server, also where that was stopped meanwhile", async () => {
    const [ann, ben] = await server.contacts();
    const hour = await set(ben, { seconds: 3_600 });
    expect(hour.doNotDisturb?.seconds).toBeCloseTo(3_600, -1);
    await server.restart();
    const watcher = await ann.connect();
    const device = await ben.connect();
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "doNotDisturb" });
    expect((await own(ben))?.seconds).toBeLessThanOrEqual(3_600);
    await set(ben, { seconds: 0.5 });
    expect(await device.next("preferences:changed")).toHaveProperty("doNotDisturb.seconds");
    expect(await device.next("preferences:changed")).toMatchObject({ doNotDisturb: null });
    expect(await watcher.next("presence:changed")).toEqual({ userId: ben.id, presence: "online" });
  });

  it("leaves what else was set alone, and is refused beyond a week", async () => {
    const ben = await server.person();
    valueOf((await ben.call("changePreferences", { callableBy: "anyone" })).result);
    expect(await set(ben, untilTurnedOff)).toMatchObject({ callableBy: "anyone", doNotDisturb: { seconds: null } });
    const changed = await ben.call("changePreferences", { callableBy: "contacts" });
    expect(valueOf(changed.result)).toMatchObject({ callableBy: "contacts", doNotDisturb: { seconds: null } });
    const tooLong = await ben.call("changePreferences", { doNotDisturb: { seconds: 604_801 } });
    expect(codeOf(tooLong.result)).toBe("input.invalid");
  });
});

describe("do not disturb is for contacts to know (R12)", () => {
  it("strangers who may call get what they get of somebody offline, and neither list has it", async () => {
    const [ben, eve, gone] = [await server.person(), await server.person(), await server.person()];
    for (const open of [ben, gone]) valueOf((await open.call("changePreferences", { callableBy: "anyone" })).result);
    const [caller, callee] = [await eve.connect(), await ben.connect()];
    await set(ben, untilTurnedOff);
    const answers = [];
    for (const whom of [ben, gone]) answers.push(await caller.request("call:invite", inviteTo(whom.id)));
    expect(answers[0]).toEqual(answers[1]);
    expect(codeOf(answers[0] as never)).toBe("call.unreachable");
    expect([await calls(eve), await calls(ben)]).toEqual([[], []]);
    valueOf(await callee.request("signal:ping", {}));
    expect(callee.received.map(({ event }) => event)).toEqual(["preferences:changed"]);
  });

  it("the blocked, those who were removed, and strangers see nothing of it", async () => {
    const [blocked, ben] = await server.contacts();
    const [removed, stranger] = [await server.person(), await server.person()];
    await server.befriend(removed, ben);
    const others = [blocked, removed, stranger];
    const watchers = await Promise.all(others.map((other) => other.connect()));
    valueOf((await ben.call("blockPerson", { userId: blocked.id })).result);
    valueOf((await ben.call("removeContact", { userId: removed.id })).result);
    for (const watcher of watchers) watcher.received.length = 0;
    await ben.connect();
    await set(ben, untilTurnedOff);
    for (const watcher of watchers) {
      valueOf(await watcher.request("signal:ping", {}));
      expect(watcher.received.filter(({ payload }) => JSON.stringify(payload).includes("doNotDisturb"))).toEqual([]);
      expect(codeOf(await watcher.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
    }
    expect(await presenceAt(blocked, ben)).toBe("offline");
    expect(await calls(ben)).toEqual([]);
  });
});
