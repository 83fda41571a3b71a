import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inLanes } from "../testing/lanes";
import { answer, candidate, inviteTo, offer } from "../testing/samples";
import { createTestServer, type Person, type TestServer } from "../testing/testServer";
import type { TestSocket } from "../testing/testSocket";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ timing: { lostWhileRinging: 200, lostWhileActive: 600, lostBesidePeer: 600 } });
});
afterAll(() => server.close());

const roomOf = async (owner: Person, name = "Tea"): Promise<string> =>
  valueOf((await owner.call("createRoom", { name })).result).id;
const look = async (person: Person, roomId: string) => valueOf((await person.call("lookAtRoom", { roomId })).result);

/** An owner and a stranger to them, both connected, and a room. */
async function twoAtADoor() {
  const [ann, ben] = [await server.person(), await server.person()];
  const [first, second] = await Promise.all([ann.connect(), ben.connect()]);
  return { ann, ben, first, second, roomId: await roomOf(ann) };
}

async function enter(socket: TestSocket, roomId: string): Promise<string> {
  return codeOf(await socket.request("room:enter", { roomId }));
}

/** Both inside: the stranger came last. */
async function twoInside() {
  const door = await twoAtADoor();
  const { first, second, roomId } = door;
  expect(await enter(first, roomId)).toBe("ok");
  expect(await enter(second, roomId)).toBe("ok");
  const [met, comer] = [await first.next("room:met"), await second.next("room:met")];
  expect(comer.callId).toBe(met.callId);
  return { ...door, callId: met.callId, met, comer };
}

describe("two in a room", () => {
  it("meet: each is told of the other by the server, and who makes the offer", async () => {
    const { ann, ben, met, comer, roomId } = await twoInside();
    expect(met).toMatchObject({ roomId, role: "callee", peer: { id: ben.id, name: ben.me.name } });
    expect(comer).toMatchObject({ roomId, role: "caller", peer: { id: ann.id, name: ann.me.name } });
    expect(met.peer).not.toHaveProperty("email");
  });

  it("talk the way of any call, though they are no contacts, and hanging up leaves both seated", async () => {
    const { ann, first, second, callId, roomId } = await twoInside();
    valueOf(await second.request("signal:description", { callId, description: offer }));
    expect(await first.next("signal:description")).toEqual({ callId, description: offer });
    valueOf(await first.request("signal:description", { callId, description: answer }));
    valueOf(await first.request("signal:candidates", { callId, candidates: [candidate] }));
    expect(await second.next("signal:description")).toEqual({ callId, description: answer });
    valueOf(await second.request("call:hangUp", { callId }));
    expect(await first.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect((await look(ann, roomId)).inside).toBe(2);
  });

  it("one leaves: the other is told and waits, and meets whoever comes next in a new call", async () => {
    const { first, second, callId, roomId } = await twoInside();
    valueOf(await second.request("room:leave", { roomId }));
    expect(await first.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    const cat = await (await server.person()).connect();
    expect(await enter(cat, roomId)).toBe("ok");
    expect((await first.next("room:met")).callId).not.toBe(callId);
  });

  it("the same person on another device takes the place of the one before", async () => {
    const { ben, first, second, callId, roomId } = await twoInside();
    const later = await ben.connect();
    expect(await enter(later, roomId)).toBe("ok");
    expect(await second.next("room:left")).toEqual({ roomId, reason: "elsewhere" });
    expect(await first.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect((await first.next("room:met")).callId).toBe((await later.next("room:met")).callId);
  });

  it("a device that does not come back loses its seat and its call", async () => {
    const { ann, first, second, callId, roomId } = await twoInside();
    second.close();
    expect(await first.next("call:ended")).toEqual({ callId, reason: "lost" });
    await expect.poll(async () => (await look(ann, roomId)).inside).toBe(1);
  });

  it("whoever is inside is busy to callers, calls nobody, and is in one room only", async () => {
    const [ann, ben] = await server.contacts();
    const [first, second] = await Promise.all([ann.connect(), ben.connect()]);
    const [one, other] = [await roomOf(ann), await roomOf(ann)];
    expect(await enter(first, one)).toBe("ok");
    expect(codeOf(await second.request("call:invite", inviteTo(ann.id)))).toBe("call.busy");
    expect(codeOf(await first.request("call:invite", inviteTo(ben.id)))).toBe("call.selfBusy");
    expect(await enter(first, other)).toBe("ok");
    expect([(await look(ben, one)).inside, (await look(ben, other)).inside]).toEqual([0, 1]);
    valueOf(await first.request("room:leave", { roomId: other }));
    valueOf(await second.request("call:invite", inviteTo(ann.id)));
    expect(await enter(second, one)).toBe("call.selfBusy");
  });

  it("a server that starts again frees the seats of those who do not come back", async () => {
    const own = await createTestServer({ timing: { lostWhileActive: 500 } });
    const ann = await own.person();
    const roomId = await roomOf(ann);
    expect(await enter(await ann.connect(), roomId)).toBe("ok");
    await own.restart();
    expect((await look(ann, roomId)).inside).toBe(1);
    await expect.poll(async () => (await look(ann, roomId)).inside).toBe(0);
    await own.close();
  });
});

describe("the door", () => {
  it("a third is told that it is full, and may enter once somebody left", async () => {
    const { second, roomId } = await twoInside();
    const cat = await server.person();
    const third = await cat.connect();
    expect((await look(cat, roomId)).door).toBe("full");
    expect(await enter(third, roomId)).toBe("room.full");
    valueOf(await second.request("room:leave", { roomId }));
    expect(await look(cat, roomId)).toMatchObject({ door: "open", inside: 1 });
    expect(await enter(third, roomId)).toBe("ok");
  });

  it("locked: nobody new, but the owner and those inside stay and come back", async () => {
    const { ann, ben, first, second, roomId } = await twoAtADoor();
    expect(await enter(second, roomId)).toBe("ok");
    expect(valueOf((await ann.call("lockRoom", { roomId, locked: true })).result)).toMatchObject({ locked: true });
    const cat = await server.person();
    expect((await look(cat, roomId)).door).toBe("locked");
    expect(await enter(await cat.connect(), roomId)).toBe("room.locked");
    expect((await look(ben, roomId)).door).toBe("open");
    expect(await enter(second, roomId)).toBe("ok");
    expect(await enter(first, roomId)).toBe("ok");
    valueOf(await second.request("room:leave", { roomId }));
    expect(await enter(second, roomId)).toBe("room.locked");
    valueOf((await ann.call("lockRoom", { roomId, locked: false })).result);
    expect(await enter(second, roomId)).toBe("ok");
  });

  it("closed: ended for all, and the link is as dead as one that never was", async () => {
    const { ann, ben, first, second, callId, roomId } = await twoInside();
    valueOf((await ann.call("closeRoom", { roomId })).result);
    for (const socket of [first, second]) {
      expect(await socket.next("room:left")).toEqual({ roomId, reason: "closed" });
    }
    expect(await second.next("call:ended")).toMatchObject({ callId });
    const never = randomBytes(17).toString("base64url").slice(0, 22);
    const answers = await Promise.all(
      [roomId, never].map(async (id) => (await ben.call("lookAtRoom", { roomId: id })).result),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect([await enter(second, roomId), await enter(second, never)]).toEqual(["room.notFound", "room.notFound"]);
    expect(await ann.call("listRooms", {})).toMatchObject({ result: { ok: true, value: [] } });
  });

  it("the owner's devices hear of every change", async () => {
    const { ann, first, second, roomId } = await twoAtADoor();
    const other = await ann.connect();
    expect(await first.next("room:changed")).toMatchObject({ id: roomId, inside: 0 });
    expect(await enter(second, roomId)).toBe("ok");
    expect(await other.next("room:changed")).toMatchObject({ id: roomId, inside: 1 });
    valueOf((await ann.call("renameRoom", { roomId, name: "Late tea" })).result);
    expect(await other.next("room:changed")).toMatchObject({ id: roomId, name: "Late tea" });
    valueOf((await ann.call("closeRoom", { roomId })).result);
    expect(await other.next("room:removed")).toEqual({ roomId });
  });
});

const PATIENCE = { timeout: 120_000 };

describe("races", () => {
  it("F3 two come for the last seat in the same moment: exactly one gets it, 60 rounds", PATIENCE, async () => {
    let rounds = 0;
    await inLanes(4, 60, async () => {
      const people = [await server.person(), await server.person(), await server.person()] as const;
      const [inside, one, two] = await Promise.all(people.map((person) => person.connect()));
      if (!inside || !one || !two) throw new Error("three people have three sockets");
      const roomId = await roomOf(people[0]);
      return async () => {
        expect(await enter(inside, roomId)).toBe("ok");
        const codes = await Promise.all([enter(one, roomId), enter(two, roomId)]);
        expect(codes.toSorted()).toEqual(["ok", "room.full"]);
        const winner = codes[0] === "ok" ? one : two;
        const { callId } = await winner.next("room:met");
        expect((await inside.next("room:met")).callId).toBe(callId);
        for (const socket of [inside, one, two]) valueOf(await socket.request("room:leave", { roomId }));
        for (const socket of [inside, one, two]) socket.takeCallEvents();
        rounds += 1;
      };
    });
    expect(rounds).toBe(60);
  });

  it("F2 two come into an empty room in the same moment: one call, known to both, 60 rounds", PATIENCE, async () => {
    let rounds = 0;
    await inLanes(4, 60, async () => {
      const { first, second, roomId } = await twoAtADoor();
      return async () => {
        expect(await Promise.all([enter(first, roomId), enter(second, roomId)])).toEqual(["ok", "ok"]);
        const met = await Promise.all([first.next("room:met"), second.next("room:met")]);
        expect(met[0].callId).toBe(met[1].callId);
        expect(met.map(({ role }) => role).toSorted()).toEqual(["callee", "caller"]);
        for (const socket of [first, second]) valueOf(await socket.request("room:leave", { roomId }));
        for (const socket of [first, second]) socket.takeCallEvents();
        rounds += 1;
      };
    });
    expect(rounds).toBe(60);
  });
});

describe("R10 F16 those who forge", () => {
  it("nobody but the owner changes a room, and cannot tell it from one that is not there", async () => {
    const { ben, roomId } = await twoInside();
    const never = randomBytes(17).toString("base64url").slice(0, 22);
    for (const id of [roomId, never]) {
      const tries = await Promise.all([
        ben.call("renameRoom", { roomId: id, name: "Mine" }),
        ben.call("lockRoom", { roomId: id, locked: true }),
        ben.call("closeRoom", { roomId: id }),
      ]);
      for (const { status, result } of tries) expect([status, codeOf(result)]).toEqual([404, "room.notFound"]);
    }
  });

  it("whoever was not seated hears nothing and is heard by nobody", async () => {
    const { first, second, callId, roomId } = await twoInside();
    const eve = await server.person();
    const stranger = await eve.connect();
    expect(await enter(stranger, roomId)).toBe("room.full");
    for (const event of ["signal:description", "signal:candidates", "call:hangUp", "call:accept"] as const) {
      const payload = { callId, description: offer, candidates: [candidate] };
      expect(codeOf(await stranger.send(event, payload))).toBe("call.notFound");
    }
    // Leaving a room one is not in, or another one's seat, changes nothing.
    valueOf(await stranger.request("room:leave", { roomId }));
    const another = await roomOf(eve);
    valueOf(await first.request("room:leave", { roomId: another }));
    valueOf(await second.request("signal:candidates", { callId, candidates: [candidate] }));
    await first.next("signal:candidates");
    expect(first.callEvents()).toEqual(["signal:candidates"]);
    expect(stranger.received.filter(({ event }) => event.startsWith("room:"))).toHaveLength(1);
  });

  it("says who is inside to nobody who is not: the door tells a number", async () => {
    const { ben, roomId } = await twoInside();
    const cat = await server.person();
    const seen = JSON.stringify(await look(cat, roomId));
    expect(seen).not.toContain(ben.me.name);
    expect(seen).not.toContain(ben.id);
  });

  it("R14 a room's link stands in no log line", async () => {
    const { ann, ben, roomId } = await twoInside();
    await ben.call("lookAtRoom", { roomId });
    await ann.call("closeRoom", { roomId });
    expect(server.logged.join("\n")).not.toContain(roomId);
  });
});
