import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

const DAY_MS = 86_400_000;
let now = Date.parse("2026-01-01T00:00:00Z");
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ clock: { now: () => new Date(now) }, timing: { sessionSweep: 50 } });
});
afterAll(() => server.close());

const activityOf = async (person: Person) => valueOf((await person.call("listActivity", {})).result);
const kindsOf = async (person: Person) => (await activityOf(person)).map(({ kind }) => kind);

/** The security lines of the log that are about one person. */
function linesOf(userId: string): Record<string, unknown>[] {
  const lines = server.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  return lines.filter((line) => line.security !== undefined && line.user === userId);
}

async function rowsOf(userId: string): Promise<number> {
  return (await server.query("SELECT id FROM activities WHERE user_id = $1", [userId])).length;
}

describe("R46 security events", () => {
  it("a person sees what happened to their account, newest first, with the device and no address", async () => {
    const person = await server.person("watched");
    const logIn = (password: string) =>
      server.call(
        "logIn",
        { login: "watched", password, client: "web" },
        { "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0" },
      );
    await logIn("not the password");
    const cookie = (await logIn(PASSWORD)).headers.get("set-cookie")?.split(";")[0] ?? "";
    valueOf((await server.call("logOut", {}, { cookie, origin: server.url })).result);
    expect(await activityOf(person)).toEqual(
      [
        ["logOut", "Firefox on Linux"],
        ["logIn", "Firefox on Linux"],
        ["logInFailed", "Firefox on Linux"],
        ["logIn", "Sightline"],
        ["accountMade", "Sightline"],
      ].map(([kind, device]) => ({ kind, device, at: new Date(now).toISOString() })),
    );
  });

  it("each is a line of the log: UTC time, user, session, hash of the address; nobody's names", async () => {
    const { id, me } = await server.person("logged");
    const [made, logIn] = linesOf(id);
    expect(made).toMatchObject({ msg: "security", security: "accountMade", user: id });
    expect(logIn).toMatchObject({ security: "logIn", session: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    for (const line of [made, logIn]) {
      expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      expect(line?.address).toMatch(/^[\w-]{16}$/);
      expect(JSON.stringify(line)).not.toMatch(new RegExp(`${me.username}|@|127\\.0|::1`));
    }
  });

  it("a failed log-in for a name nobody has is a line without a user, and nothing for anybody to see", async () => {
    const before = server.logged.length;
    await server.call("logIn", { login: "nobody.at.all", password: "x", client: "web" });
    const told = server.logged.slice(before).filter((line) => line.includes('"security":"logInFailed"'));
    expect(told).toHaveLength(1);
    expect(told[0]).not.toMatch(/"user"|nobody/);
  });

  it("other people's are not seen, and guests and strangers see none", async () => {
    const [one, other] = [await server.person(), await server.person()];
    await server.call("logIn", { login: one.me.username, password: "wrong", client: "web" });
    expect(await kindsOf(one)).toContain("logInFailed");
    expect(await kindsOf(other)).toEqual(["logIn", "accountMade"]);
    expect(codeOf((await server.call("listActivity", {})).result)).toBe("auth.required");
  });

  it("they are kept for 90 days", async () => {
    const person = await server.person();
    now += 25 * DAY_MS;
    await server.call("logIn", { login: person.me.username, password: "wrong", client: "web" });
    // Asked for often enough, so that the session lives on.
    for (const days of [0, 25, 25, 14]) {
      now += days * DAY_MS;
      expect(await kindsOf(person)).toEqual(["logInFailed", "logIn", "accountMade"]);
    }
    now += 2 * DAY_MS;
    await expect.poll(() => rowsOf(person.id)).toBe(1);
    expect(await kindsOf(person)).toEqual(["logInFailed"]);
  });

  it("R31 they are gone with the account", async () => {
    const person = await server.person();
    await activityOf(person);
    expect(await rowsOf(person.id)).toBe(2);
    await server.query("DELETE FROM users WHERE id = $1", [person.id]);
    expect(await rowsOf(person.id)).toBe(0);
  });
});

describe("R46 refusals are told, with who asked", () => {
  it("F16 a call that is not theirs", async () => {
    const person = await server.person();
    const socket = await person.connect();
    expect(codeOf(await socket.request("call:hangUp", { callId: randomUUID() }))).toBe("call.notFound");
    const [line] = linesOf(person.id).slice(-1);
    expect(line).toMatchObject({ security: "accessRefused", event: "call:hangUp", code: "call.notFound", level: 40 });
  });

  it("a room that is not theirs", async () => {
    const person = await server.person();
    const asked = await person.call("closeRoom", { roomId: "A".repeat(22) });
    expect(codeOf(asked.result)).toBe("room.notFound");
    const [line] = linesOf(person.id).slice(-1);
    expect(line).toMatchObject({ security: "accessRefused", event: "closeRoom", code: "room.notFound" });
  });

  it("R11 a page of another origin", async () => {
    await server.call("serverInfo", {}, { origin: "https://evil.example" });
    const told = server.logged.findLast((line) => line.includes('"security":"originRefused"'));
    expect(told).toMatch(/"address":"[\w-]{16}"/);
    expect(told).not.toContain("evil.example");
  });

  it("R17 a budget that is used up", async () => {
    const narrow = await createTestServer({
      config: { relaxedLimits: false },
      budgets: { logIn: { points: 1, duration: 60 } },
    });
    const logIn = () => narrow.call("logIn", { login: "a", password: "b", client: "web" });
    await logIn();
    expect(codeOf((await logIn()).result)).toBe("rate.limited");
    const told = narrow.logged.find((line) => line.includes('"security":"rateLimited"'));
    expect(JSON.parse(told ?? "{}")).toMatchObject({ event: "logIn", code: "rate.limited", level: 40 });
    await narrow.close();
  });
});
