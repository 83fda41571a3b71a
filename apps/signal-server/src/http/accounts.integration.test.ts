import { PROTOCOL_HEADER, PROTOCOL_VERSION, type RouteInput } from "@sightline/protocol";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";
import { refusalOf } from "../testing/testSocket";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

type SignUpInput = RouteInput<"signUp">;
const form = (username: string, more: Partial<SignUpInput> = {}): SignUpInput => ({
  name: "Some One",
  username,
  email: `${username}@example.org`,
  password: PASSWORD,
  client: "desktop",
  ...more,
});
const signUp = async (input: SignUpInput) => (await server.call("signUp", input)).result;

describe("sign up", () => {
  it("takes each username once under 50 parallel sign-ups, whatever the case", async () => {
    const spellings = ["Solo", "sOLO", "SOLO", "solo"];
    const inputs = Array.from({ length: 50 }, (_, index) =>
      form(spellings[index % 4] ?? "solo", { email: `solo${index}@example.org` }),
    );
    const results = await Promise.all(inputs.map(signUp));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(new Set(refusals.map(({ code, field }) => `${code} ${field}`))).toEqual(new Set(["auth.taken username"]));
  });

  it("takes each e-mail address once under 50 parallel sign-ups, whatever the case", async () => {
    const inputs = Array.from({ length: 50 }, (_, index) =>
      form(`mail${index}`, { email: index % 2 ? "One@Example.org" : "one@example.org" }),
    );
    const results = await Promise.all(inputs.map(signUp));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.ok ? [] : [result.error]));
    expect(new Set(refusals.map(({ code, field }) => `${code} ${field}`))).toEqual(new Set(["auth.taken email"]));
  });

  it.each([
    { field: "name", input: { name: "  " } },
    { field: "username", input: { username: "a b" } },
    { field: "email", input: { email: "nobody" } },
    { field: "password", input: { password: "" } },
  ])("names the field at fault: $field", async ({ field, input }) => {
    const answer = await server.call("signUp", form("fields", input));
    expect(answer.status).toBe(400);
    expect(answer.result).toEqual({ ok: false, error: { code: "input.invalid", field } });
  });

  const exactly72 = `${PASSWORD} ${"é".repeat(21)}x`;
  it.each([
    ["input.passwordTooLong", `${exactly72}x`],
    ["input.passwordTooShort", "xK9#mq2Lp0v"],
    ["input.passwordCommon", "password1234"],
    ["input.passwordPersonal", "someone12345"],
    ["input.passwordPersonal", "Sightline-2026"],
  ])("R20 %s: %s", async (code, password) => {
    const answer = await server.call("signUp", form("ruled", { password }));
    expect([answer.status, answer.result]).toEqual([400, { ok: false, error: { code, field: "password" } }]);
  });

  it("R20 takes 72 bytes whole, in whatever form a keyboard writes them", async () => {
    expect(codeOf(await signUp(form("long72", { password: exactly72.normalize("NFD") })))).toBe("ok");
    const logIn = async (password: string) =>
      codeOf((await server.call("logIn", { login: "long72", password, client: "desktop" })).result);
    expect(await logIn(exactly72)).toBe("ok");
    expect(await logIn(exactly72.slice(0, -1))).toBe("auth.invalidCredentials");
  });

  it("R20 tells and holds the configured length", async () => {
    const long = await createTestServer({ config: { passwordMinLength: 40 } });
    expect(valueOf((await long.call("serverInfo", {})).result).passwordMinLength).toBe(40);
    expect(codeOf((await long.call("signUp", form("longer"))).result)).toBe("input.passwordTooShort");
    await long.close();
    expect(valueOf((await server.call("serverInfo", {})).result).passwordMinLength).toBe(12);
  });
});

describe("log in", () => {
  it("works by username and by e-mail, whatever the case, and says the same for every wrong one", async () => {
    await server.person("logger");
    const logIn = async (login: string, password = PASSWORD) =>
      (await server.call("logIn", { login, password, client: "desktop" })).result;
    expect(codeOf(await logIn("LOGGER"))).toBe("ok");
    expect(codeOf(await logIn("Logger@Example.ORG"))).toBe("ok");
    expect(await logIn("logger", "wrong")).toEqual(await logIn("nobody.here", "wrong"));
    expect(codeOf(await logIn("logger", `${PASSWORD}${"x".repeat(100)}`))).toBe("auth.invalidCredentials");
  });

  it("gives a browser an HttpOnly, SameSite=Strict cookie and no token, the desktop app a token and no cookie", async () => {
    await server.person("kinds");
    const web = await server.call("logIn", { login: "kinds", password: PASSWORD, client: "web" });
    expect(valueOf(web.result)).not.toHaveProperty("token");
    expect(web.headers.get("set-cookie")).toMatch(
      /^sightline_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    const desktop = await server.call("logIn", { login: "kinds", password: PASSWORD, client: "desktop" });
    expect(valueOf(desktop.result).token).toMatch(/^[\w-]{43}$/);
    expect(desktop.headers.get("set-cookie")).toBeNull();
  });

  it("pauses an account after repeated failures, the right password included", async () => {
    const strict = await createTestServer({ config: { relaxedLimits: false } });
    await strict.person("target");
    const logIn = (password: string) => strict.call("logIn", { login: "target", password, client: "desktop" });
    for (let tries = 0; tries < 5; tries++)
      expect(codeOf((await logIn("wrong")).result)).toBe("auth.invalidCredentials");
    const paused = await logIn(PASSWORD);
    expect(paused.status).toBe(429);
    expect(codeOf(paused.result)).toBe("rate.limited");
    expect(Number(paused.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
    await strict.close();
  });
});

describe("sessions", () => {
  it("survive a restart of the server, over HTTP and socket", async () => {
    const person = await server.person("survivor");
    await server.restart();
    expect(valueOf((await person.call("me", {})).result)).toEqual(person.me);
    (await person.connect()).close();
  });

  it("end at log-out, and their sockets with them, while other sessions live on", async () => {
    const person = await server.person("leaver");
    const other = valueOf(
      (await server.call("logIn", { login: "leaver", password: PASSWORD, client: "desktop" })).result,
    );
    const [mine, theirs] = [await person.connect(), await server.connect({ token: other.token })];
    valueOf((await person.call("logOut", {})).result);
    expect(await mine.next("session:ended")).toEqual({});
    await mine.disconnected();
    expect(codeOf((await person.call("me", {})).result)).toBe("auth.required");
    expect(await refusalOf(server.url, { token: person.token })).toBe("auth.required");
    expect(theirs.raw.connected).toBe(true);
  });

  it("are stored as digests only", async () => {
    const person = await server.person("digested");
    const { openDataSource } = await import("../persistence/dataSource");
    const dataSource = await openDataSource(server.databaseUrl);
    const rows = JSON.stringify(await dataSource.query("SELECT * FROM sessions"));
    await dataSource.destroy();
    expect(rows).toContain(person.id);
    expect(rows).not.toContain(person.token);
  });

  it("end when unused for 30 days, and after 180 days in any case", async () => {
    let now = Date.parse("2026-01-01T00:00:00Z");
    const old = await createTestServer({ clock: { now: () => new Date(now) } });
    const [idle, used] = [await old.person(), await old.person()];
    const day = 86_400_000;
    const meOf = async (person: typeof idle) => codeOf((await person.call("me", {})).result);
    for (let days = 0; days < 180; days += 20) {
      now += 20 * day;
      expect(await meOf(used)).toBe("ok");
    }
    expect(await meOf(idle)).toBe("auth.required");
    now += day;
    expect(await meOf(used)).toBe("auth.required");
    await old.close();
  });
});

describe("the protocol version", () => {
  it("is demanded of every request but the one that tells it", async () => {
    const wrong = { [PROTOCOL_HEADER]: String(PROTOCOL_VERSION + 1) };
    const answer = await server.call("me", {}, wrong);
    expect(answer.status).toBe(426);
    expect(codeOf(answer.result)).toBe("protocol.version");
    expect(codeOf((await server.call("logIn", { login: "x", password: "y", client: "web" }, wrong)).result)).toBe(
      "protocol.version",
    );
    expect(codeOf((await server.call("me", {}, { [PROTOCOL_HEADER]: "" })).result)).toBe("protocol.version");
    expect(valueOf((await server.call("serverInfo", {}, wrong)).result)).toMatchObject({ protocol: PROTOCOL_VERSION });
  });

  it("is demanded of every socket", async () => {
    const { token } = await server.person("versioned");
    expect(await refusalOf(server.url, { token, protocol: PROTOCOL_VERSION + 1 })).toBe("protocol.version");
    expect(await refusalOf(server.url, { token })).toBe("connected");
  });
});
