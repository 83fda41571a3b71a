import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { pictureFile } from "../testing/pictureFiles";
import { inviteTo } from "../testing/samples";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
let database: pg.Client;
beforeAll(async () => {
  server = await createTestServer({ config: { strangerCalls: true } });
  database = new pg.Client({ connectionString: server.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await server.close();
});

/** Where in the whole database this text stands, as part of any value of any column. */
async function placesOf(text: string): Promise<string[]> {
  const columns = await database.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  const places: string[] = [];
  for (const { table_name: table, column_name: column } of columns.rows) {
    const found = await database.query(
      `SELECT 1 FROM "${table}" WHERE strpos(lower("${column}"::text), lower($1)) > 0 LIMIT 1`,
      [text],
    );
    if (found.rowCount) places.push(`${table}.${column}`);
  }
  return places;
}

const leave = (person: Person, password = PASSWORD) => person.call("deleteAccount", { password });

/** Somebody with everything: contacts, requests, blocks, calls, a room, preferences, two devices. */
async function settled() {
  const [ann, ben] = await server.contacts();
  const [cat, dan] = [await server.person(), await server.person()];
  valueOf((await ann.call("requestContact", { username: cat.me.username })).result);
  valueOf((await dan.call("blockPerson", { userId: ann.id })).result);
  valueOf((await ann.call("blockPerson", { userId: dan.id })).result);
  const { picture = "" } = valueOf((await ann.call("changePicture", { picture: await pictureFile() })).result);
  valueOf((await ann.call("changePreferences", { callableBy: "anyone" })).result);
  const room = valueOf((await ann.call("createRoom", { name: "Corner" })).result);
  const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
  const { callId, ...invite } = inviteTo(ben.id);
  valueOf(await annsDevice.request("call:invite", { callId, ...invite }));
  await bensDevice.next("call:incoming");
  valueOf(await bensDevice.request("call:accept", { callId }));
  await annsDevice.next("call:accepted");
  return { ann, ben, cat, room, picture, annsDevice, bensDevice, callId };
}

describe("leaving for good (R31)", () => {
  it("asks for the password, and a wrong one changes nothing", async () => {
    const ann = await server.person();
    const wrong = await leave(ann, "not the password");
    expect(wrong.result).toMatchObject({ error: { code: "auth.invalidCredentials", field: "password" } });
    expect(codeOf((await ann.call("me", {})).result)).toBe("ok");
  });

  it("ends the running call and closes all sockets within a second, and leaves no trace in the database", async () => {
    const { ann, ben, cat, room, picture, annsDevice, bensDevice, callId } = await settled();
    const second = await ann.connect();
    // The scan must be able to find what it looks for.
    expect(await placesOf(ann.id)).toEqual(
      expect.arrayContaining([
        "users.id",
        "sessions.user_id",
        "contacts.requested_by",
        "calls.caller_id",
        "rooms.owner_id",
        "pictures.user_id",
      ]),
    );
    expect(await placesOf(ann.me.email)).toContain("users.email");
    expect((await placesOf(picture)).toSorted()).toEqual(["pictures.id", "users.picture_id"]);
    const [file] = (await database.query("SELECT bytes::text FROM pictures WHERE id = $1", [picture])).rows;
    const begun = performance.now();
    valueOf((await leave(ann)).result);
    await Promise.all([annsDevice.disconnected(), second.disconnected()]);
    expect(performance.now() - begun).toBeLessThan(1_000);
    expect(await bensDevice.next("call:ended")).toEqual({ callId, reason: "hungUp" });
    expect(await bensDevice.next("contact:removed")).toEqual({ userId: ann.id });
    for (const trace of [
      ann.id,
      ann.me.username,
      ann.me.email,
      ann.me.name,
      annsDevice.device,
      room.id,
      picture,
      file.bytes,
    ]) {
      expect(await placesOf(trace)).toEqual([]);
    }
    expect(codeOf((await ann.call("me", {})).result)).toBe("auth.required");
    const logIn = { login: ann.me.email, password: PASSWORD, client: "desktop" } as const;
    expect(codeOf((await server.call("logIn", logIn)).result)).toBe("auth.invalidCredentials");
    expect(valueOf((await ben.call("listContacts", {})).result)).toEqual([]);
    expect(valueOf((await cat.call("listContacts", {})).result)).toEqual([]);
  });

  it("leaves the other side's history an anonymous name; when both have left, nothing", async () => {
    const { ann, ben } = await settled();
    valueOf((await leave(ann)).result);
    const [call] = valueOf((await ben.call("listCalls", {})).result);
    expect(call).toMatchObject({ direction: "incoming", reason: "hungUp", peer: { name: "Deleted account" } });
    const before = (await database.query("SELECT 1 FROM calls")).rowCount ?? 0;
    valueOf((await leave(ben)).result);
    expect((await database.query("SELECT 1 FROM calls")).rowCount).toBe(before - 1);
    const other = await server.person();
    const device = await other.connect();
    const stands = "00000000-0000-4000-8000-000000000000";
    expect(codeOf(await device.request("call:invite", inviteTo(stands)))).toBe("call.unreachable");
    const asDeleted = { login: "deleted@account.invalid", password: "!", client: "desktop" } as const;
    expect(codeOf((await server.call("logIn", asDeleted)).result)).toBe("auth.invalidCredentials");
  });

  it("tells who waits, and frees the name at once", async () => {
    const { ann, cat } = await settled();
    await server.befriend(cat, await server.person());
    const waits = await server.person();
    const device = await waits.connect();
    const invite = inviteTo(ann.id);
    valueOf(await device.request("call:invite", invite));
    valueOf((await leave(ann)).result);
    expect(await device.next("call:ended")).toEqual({ callId: invite.callId, reason: "declined" });
    expect((await server.person(ann.me.username)).id).not.toBe(ann.id);
  });
});

describe("my data (R31)", () => {
  it("holds all that is stored about me, in the contract's words, and no secret", async () => {
    const { ann, ben, room, annsDevice, callId } = await settled();
    valueOf(await annsDevice.request("call:hangUp", { callId }));
    const data = valueOf((await ann.call("exportData", {})).result);
    expect(data.profile).toMatchObject({ id: ann.id, username: ann.me.username, email: ann.me.email });
    expect(data.contacts.map(({ state }) => state).toSorted()).toEqual(["accepted", "outgoing"]);
    expect(data.calls).toMatchObject([{ id: callId, peer: { id: ben.id }, direction: "outgoing" }]);
    expect(data).toMatchObject({ rooms: [{ id: room.id }], preferences: { callableBy: "anyone" } });
    expect([data.blocked.length, data.devices.length]).toEqual([1, 1]);
    expect(data.picture?.type).toBe("image/webp");
    expect(Buffer.from(data.picture?.base64 ?? "", "base64").toString("latin1")).toMatch(/^RIFF.{4}WEBP/s);
    expect(data.activity.map(({ kind }) => kind)).toContain("dataExported");
    expect(JSON.stringify(data)).not.toMatch(/hash|digest|token/i);
    expect(codeOf((await server.call("exportData", {})).result)).toBe("auth.required");
  });
});

it("calls are forgotten after the time the server keeps them (R31)", async () => {
  let now = new Date();
  const brief = await createTestServer({
    clock: { now: () => now },
    timing: { callsKept: 86_400_000, sessionSweep: 50 },
  });
  try {
    const [ann, ben] = await brief.contacts();
    const device = await ann.connect();
    expect(codeOf(await device.request("call:invite", inviteTo(ben.id)))).toBe("call.unreachable");
    const kept = async () => valueOf((await ann.call("listCalls", {})).result).length;
    now = new Date(now.getTime() + 86_000_000);
    expect(await kept()).toBe(1);
    now = new Date(now.getTime() + 1_000_000);
    await expect.poll(kept).toBe(0);
  } finally {
    await brief.close();
  }
});
