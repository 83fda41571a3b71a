import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routes } from "@sightline/protocol";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo, offer } from "../testing/samples";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
let strict: TestServer;
let now = Date.now();
const clock = { now: () => new Date(now) };

beforeAll(async () => {
  server = await createTestServer({ config: { guests: true }, clock, timing: { sessionSweep: 100 } });
  strict = await createTestServer();
});
afterAll(() => Promise.all([server.close(), strict.close()]));

const never = "A".repeat(22);

async function ownersRoom(on: TestServer) {
  const owner = await on.person();
  return { owner, roomId: valueOf((await owner.call("createRoom", { name: "Tea" })).result).id };
}

/** Somebody without an account, admitted to a room. */
async function guestOf(roomId: string, name = "Grace") {
  const { result } = await server.call("enterAsGuest", { roomId, name, client: "desktop" });
  const { me, token = "" } = valueOf(result);
  const headers = { authorization: `Bearer ${token}` };
  return { me, token, headers };
}

describe("rooms", () => {
  it("a room's id has 132 random bits and no two are the same", async () => {
    const owner = await server.person();
    const ids: string[] = [];
    for (const name of ["a", "b", "c"]) {
      now += 1;
      ids.push(valueOf((await owner.call("createRoom", { name })).result).id);
    }
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(new Set(ids).size).toBe(3);
    expect(valueOf((await owner.call("listRooms", {})).result).map(({ name }) => name)).toEqual(["a", "b", "c"]);
  });

  it("has a name, and an owner has no more than 50, however many are made at once", { timeout: 60_000 }, async () => {
    const owner = await server.person();
    expect(codeOf((await owner.call("createRoom", { name: " " })).result)).toBe("input.invalid");
    const made = await Promise.all(Array.from({ length: 55 }, () => owner.call("createRoom", { name: "x" })));
    const codes = made.map(({ result }) => codeOf(result));
    expect(codes.filter((code) => code === "ok")).toHaveLength(50);
    expect(codes.filter((code) => code === "room.tooMany")).toHaveLength(5);
  });

  it("needs a session to look at, and looking is counted", async () => {
    const { roomId } = await ownersRoom(server);
    expect(codeOf((await server.call("lookAtRoom", { roomId })).result)).toBe("auth.required");
    const narrow = await createTestServer({
      config: { relaxedLimits: false },
      budgets: { roomLook: { points: 3, duration: 60 } },
    });
    const ann = await narrow.person();
    const looks = [1, 2, 3, 4].map(() => ann.call("lookAtRoom", { roomId: never }));
    const codes = (await Promise.all(looks)).map(({ result }) => codeOf(result));
    expect(codes.toSorted()).toEqual(["rate.limited", "room.notFound", "room.notFound", "room.notFound"]);
    await narrow.close();
  });
});

describe("guests", () => {
  it("are refused alike for every room, there or not, where the policy has none: the default", async () => {
    const { roomId } = await ownersRoom(strict);
    for (const id of [roomId, never]) {
      const { status, result } = await strict.call("enterAsGuest", { roomId: id, name: "Eve", client: "web" });
      expect([status, codeOf(result)]).toEqual([403, "guest.refused"]);
    }
    expect(valueOf((await strict.call("serverInfo", {})).result).guests).toBe(false);
    expect(valueOf((await server.call("serverInfo", {})).result).guests).toBe(true);
  });

  it("join their room and talk there, shown as guests", async () => {
    const { owner, roomId } = await ownersRoom(server);
    const guest = await guestOf(roomId);
    expect(guest.me).toMatchObject({ name: "Grace", guest: true, guestOf: roomId });
    const [inside, comer] = [await owner.connect(), await server.connect({ token: guest.token })];
    valueOf(await inside.request("room:enter", { roomId }));
    valueOf(await comer.request("room:enter", { roomId }));
    const { callId, peer } = await inside.next("room:met");
    expect(peer).toMatchObject({ name: "Grace", guest: true });
    await comer.next("room:met");
    valueOf(await comer.request("signal:description", { callId, description: offer }));
    await inside.next("signal:description");
    valueOf(await comer.request("call:hangUp", { callId }));
    await inside.next("call:ended");
  });

  it("F16 can do nothing else: no other room, no route of accounts, no call, no contact", async () => {
    const [{ owner, roomId }, other] = [await ownersRoom(server), await ownersRoom(server)];
    const { me, token, headers } = await guestOf(roomId);
    const closedToGuests = Object.entries(routes).filter(([, { auth }]) => auth === "session");
    expect(closedToGuests.length).toBeGreaterThan(8);
    const input = { roomId, userId: owner.id, username: "ann", query: "ann", name: "x", locked: true };
    for (const [name] of closedToGuests) {
      const { result } = await server.call(name as "listContacts", input, headers);
      expect([name, codeOf(result)]).toEqual([name, "auth.required"]);
    }
    expect(codeOf((await server.call("lookAtRoom", { roomId: other.roomId }, headers)).result)).toBe("room.notFound");
    const socket = await server.connect({ token });
    expect(codeOf(await socket.request("room:enter", { roomId: other.roomId }))).toBe("room.notFound");
    for (const event of ["call:invite", "call:accept", "call:decline", "call:cancel"] as const) {
      expect(codeOf(await socket.send(event, inviteTo(owner.id)))).toBe("auth.required");
    }
    for (const query of [me.username, `${me.id}@guest.invalid`]) {
      expect(valueOf((await owner.call("searchPeople", { query })).result)).toEqual([]);
    }
    const logIn = (login: string) => server.call("logIn", { login, password: "!", client: "web" });
    for (const login of [me.username, `${me.id}@guest.invalid`]) {
      expect(codeOf((await logIn(login)).result)).toBe("auth.invalidCredentials");
    }
  });

  it("are kept out of locked rooms, told apart from no room only by those who know the link", async () => {
    const { owner, roomId } = await ownersRoom(server);
    valueOf((await owner.call("lockRoom", { roomId, locked: true })).result);
    const ask = async (id: string) =>
      codeOf((await server.call("enterAsGuest", { roomId: id, name: "Eve", client: "web" })).result);
    expect([await ask(roomId), await ask(never)]).toEqual(["room.locked", "room.notFound"]);
  });

  it("are counted by address", async () => {
    const narrow = await createTestServer({
      config: { relaxedLimits: false, guests: true },
      budgets: { guest: { points: 2, duration: 60 } },
    });
    const ask = () => narrow.call("enterAsGuest", { roomId: never, name: "Eve", client: "web" });
    const codes = [await ask(), await ask(), await ask()].map(({ result }) => codeOf(result));
    expect(codes).toEqual(["room.notFound", "room.notFound", "rate.limited"]);
    await narrow.close();
  });

  it("are gone with their room, session and socket", async () => {
    const { owner, roomId } = await ownersRoom(server);
    const { token, headers } = await guestOf(roomId);
    const socket = await server.connect({ token });
    valueOf(await socket.request("room:enter", { roomId }));
    valueOf((await owner.call("closeRoom", { roomId })).result);
    expect(await socket.next("room:left")).toEqual({ roomId, reason: "closed" });
    await socket.disconnected();
    expect(codeOf((await server.call("me", {}, headers)).result)).toBe("auth.required");
  });

  it("have twelve hours, then they are forgotten and their sockets closed", async () => {
    const { roomId } = await ownersRoom(server);
    const { token, headers } = await guestOf(roomId);
    const socket = await server.connect({ token });
    now += 12 * 3_600_000 + 1_000;
    await socket.disconnected();
    expect(codeOf((await server.call("me", {}, headers)).result)).toBe("auth.required");
  });
});
