import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, Person, type TestServer } from "../testing/testServer";

const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:150.0) Gecko/20100101 Firefox/150.0";
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

/** The same person on another device. */
async function again({ me }: Person, on: TestServer = server): Promise<Person> {
  const input = { login: me.username, password: PASSWORD, client: "desktop" } as const;
  const { token = "" } = valueOf((await on.call("logIn", input)).result);
  return new Person(on, me, token);
}

const devicesOf = async (person: Person) => valueOf((await person.call("listDevices", {})).result);
const meOf = async (person: Person) => codeOf((await person.call("me", {})).result);
async function otherIdOf(person: Person): Promise<string> {
  const other = (await devicesOf(person)).find(({ current }) => !current);
  if (!other) throw new Error("there is no other device");
  return other.id;
}

/** Logs in from a browser that may have a cookie already; answers its cookie. */
async function browserLogIn(login: string, cookie = ""): Promise<string> {
  const headers = { cookie, origin: server.url, "user-agent": FIREFOX };
  const answer = await server.call("logIn", { login, password: PASSWORD, client: "web" }, headers);
  valueOf(answer.result);
  return answer.headers.get("set-cookie")?.split(";")[0] ?? "";
}
const meBy = async (cookie: string) => codeOf((await server.call("me", {}, { cookie })).result);

describe("R28 a person's devices", () => {
  it("are listed with program, system, last use and which one asks; nobody else's are", async () => {
    const [person, stranger] = [await server.person(), await server.person()];
    await browserLogIn(person.me.username);
    const devices = await devicesOf(person);
    expect(devices).toHaveLength(2);
    expect(devices).toContainEqual(expect.objectContaining({ name: "Sightline", client: "desktop", current: true }));
    expect(devices).toContainEqual(
      expect.objectContaining({ name: "Firefox on Windows", client: "web", current: false, inUse: true }),
    );
    expect(await devicesOf(stranger)).toHaveLength(1);
    expect(JSON.stringify(devices)).not.toContain(person.token);
  });

  it("R19 one is logged out from another: its socket is told and closed within a second, its token is void", async () => {
    const person = await server.person();
    const other = await again(person);
    const [mine, theirs] = [await person.connect(), await other.connect()];
    const since = Date.now();
    valueOf((await person.call("revokeDevice", { deviceId: await otherIdOf(person) })).result);
    expect(await theirs.next("session:ended")).toEqual({});
    await theirs.disconnected();
    expect(Date.now() - since).toBeLessThan(1_000);
    expect(await meOf(other)).toBe("auth.required");
    expect([await meOf(person), mine.raw.connected]).toEqual(["ok", true]);
    const [newest] = valueOf((await person.call("listActivity", {})).result);
    expect(newest).toMatchObject({ kind: "sessionRevoked", device: "Sightline" });
  });

  it("somebody else's cannot be logged out, and looks like none", async () => {
    const [person, stranger] = [await server.person(), await server.person()];
    await again(person);
    const asked = await stranger.call("revokeDevice", { deviceId: await otherIdOf(person) });
    expect([asked.status, codeOf(asked.result)]).toEqual([404, "session.notFound"]);
    expect(await devicesOf(person)).toHaveLength(2);
  });

  it("R19 all others at once, and this one stays", async () => {
    const person = await server.person();
    const others = [await again(person), await again(person)];
    const sockets = await Promise.all(others.map((other) => other.connect()));
    expect(valueOf((await person.call("revokeOtherDevices", {})).result)).toEqual({ ended: 2 });
    await Promise.all(sockets.map((socket) => socket.disconnected()));
    expect(await Promise.all([person, ...others].map(meOf))).toEqual(["ok", "auth.required", "auth.required"]);
    expect(await devicesOf(person)).toHaveLength(1);
  });
});

describe("R28 rotation at log-in", () => {
  it("the session of the cookie one had is over, whoever's it was", async () => {
    const [one, other] = [await server.person(), await server.person()];
    const first = await browserLogIn(one.me.username);
    const second = await browserLogIn(one.me.username, first);
    expect(second).not.toBe(first);
    expect([await meBy(first), await meBy(second)]).toEqual(["auth.required", "ok"]);
    const third = await browserLogIn(other.me.username, second);
    expect([await meBy(second), await meBy(third)]).toEqual(["auth.required", "ok"]);
  });

  it("fixation: a token somebody planted is not taken over", async () => {
    const person = await server.person();
    const planted = `sightline_session=${"A".repeat(43)}`;
    expect(await browserLogIn(person.me.username, planted)).not.toBe(planted);
    expect(await meBy(planted)).toBe("auth.required");
  });

  it("a failed log-in ends nothing", async () => {
    const person = await server.person();
    const cookie = await browserLogIn(person.me.username);
    const headers = { cookie, origin: server.url };
    const failed = await server.call("logIn", { login: person.me.username, password: "x", client: "web" }, headers);
    expect(codeOf(failed.result)).toBe("auth.invalidCredentials");
    expect(await meBy(cookie)).toBe("ok");
  });
});

describe("R28 the limits of a session are the operator's", () => {
  const DAY_MS = 86_400_000;
  let now = Date.parse("2026-01-01T00:00:00Z");
  let short: TestServer;
  beforeAll(async () => {
    short = await createTestServer({
      config: { sessionIdleDays: 2, sessionDays: 5 },
      timing: { sessionSweep: 50, sessionTouch: 50 },
      clock: { now: () => new Date(now) },
    });
  });
  afterAll(() => short.close());

  it("unused for SESSION_IDLE_DAYS, or made SESSION_DAYS ago, it is over", async () => {
    const used = await short.person();
    const unused = await again(used, short);
    for (let days = 0; days < 4.5; days += 1.5) {
      now += 1.5 * DAY_MS;
      expect(await meOf(used)).toBe("ok");
    }
    expect(await meOf(unused)).toBe("auth.required");
    now += 0.6 * DAY_MS;
    expect(await meOf(used)).toBe("auth.required");
  });

  it("whose socket stands is in use without asking for anything; at its end the socket is told and closed", async () => {
    const person = await short.person();
    const socket = await person.connect();
    for (let days = 0; days < 4.5; days += 1.5) {
      now += 1.5 * DAY_MS;
      const seen = "SELECT last_seen_at AS at FROM sessions WHERE user_id = $1";
      const marked = async () => (await short.query<{ at: Date }>(seen, [person.id]))[0]?.at.getTime();
      await expect.poll(marked).toBe(now);
    }
    expect(socket.raw.connected).toBe(true);
    now += 0.6 * DAY_MS;
    expect(await socket.next("session:ended")).toEqual({});
    await socket.disconnected();
  });
});
