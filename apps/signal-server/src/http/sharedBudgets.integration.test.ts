import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeAt } from "../testing/authenticator";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { hasRedis, type TestRedis } from "../testing/testRedis";
import { PASSWORD, Person, type TestServer } from "../testing/testServer";
import { startTwoServers, type TwoServers } from "../testing/twoServers";

let servers: TwoServers;
let redis: TestRedis;
let one: TestServer;
let other: TestServer;

const logIn = async (at: TestServer, login: string, password = "a wrong guess") =>
  codeOf((await at.call("logIn", { login, password, client: "desktop" })).result);

/** In turns at the two servers, as a proxy that knows nothing of people would send them. */
const turn = (index: number) => (index % 2 ? other : one);

/** The same person at the other server. */
const there = ({ me, token }: Person) => new Person(other, me, token);

async function guessFive(login: string): Promise<void> {
  for (let guess = 0; guess < 5; guess++) expect(await logIn(turn(guess), login)).toBe("auth.invalidCredentials");
}

describe.skipIf(!hasRedis)("budgets of two servers are one (needs redis-server)", () => {
  beforeAll(async () => {
    const config = { relaxedLimits: false, strangerCalls: true };
    // All come from one address here.
    const budgets = { logIn: { points: 10_000, duration: 60 }, signUp: { points: 100, duration: 60 } };
    servers = await startTwoServers({ config, budgets });
    ({ redis, one, other } = servers);
  });
  afterAll(() => servers.close());

  it("R22 the pause after wrong passwords holds at both, and ends at both with a right one", async () => {
    await one.person("target");
    await guessFive("target");
    expect(await logIn(one, "target", PASSWORD)).toBe("rate.limited");
    expect(await logIn(other, "target", PASSWORD)).toBe("rate.limited");
    await expect.poll(() => logIn(other, "target", PASSWORD), { timeout: 5_000 }).toBe("ok");
    for (let guess = 0; guess < 4; guess++) await logIn(one, "target");
    expect(await logIn(other, "target", PASSWORD)).toBe("ok");
  });

  it("R22 a hundred guesses at once, at both, are five", async () => {
    await one.person("besieged");
    const begun = performance.now();
    const codes = await Promise.all(Array.from({ length: 100 }, (_, index) => logIn(turn(index), "besieged")));
    const judged = codes.filter((code) => code === "auth.invalidCredentials").length;
    expect(codes.filter((code) => code === "rate.limited")).toHaveLength(100 - judged);
    // Where answering them takes longer than the pause of 1 s, the next is let in, and another one 2 s later.
    const pausesOver = Math.floor(Math.log2(1 + (performance.now() - begun) / 1000));
    expect(judged).toBeGreaterThanOrEqual(5);
    expect(judged).toBeLessThanOrEqual(5 + pausesOver);
  });

  it("R22 so does the one after wrong codes of an authenticator app", async () => {
    const before = await one.person();
    const { secret } = valueOf((await before.call("beginTwoFactor", { password: PASSWORD })).result);
    const code = codeAt(secret, Date.now());
    const done = valueOf((await before.call("confirmTwoFactor", { code })).result);
    const person = new Person(one, before.me, done.token ?? "");
    const guess = async (at: Person, guessed: string) =>
      codeOf((await at.call("endTwoFactor", { password: PASSWORD, code: guessed })).result);
    for (let tries = 0; tries < 5; tries++) {
      expect(await guess(tries % 2 ? there(person) : person, "000000")).toBe("auth.invalidCode");
    }
    for (const at of [person, there(person)]) {
      expect(await guess(at, done.recoveryCodes[0] ?? "")).toBe("rate.limited");
    }
  });

  it("contact requests to one person: three a day at both together", async () => {
    const [asking, asked] = [await one.person(), await one.person()];
    const codes: string[] = [];
    for (let index = 0; index < 4; index++) {
      const at = index % 2 ? there(asking) : asking;
      codes.push(codeOf((await at.call("requestContact", { username: asked.me.username })).result));
      await asking.call("removeContact", { userId: asked.id });
    }
    expect(codes).toEqual(["ok", "ok", "ok", "rate.limited"]);
  });

  it("calls to somebody whose contact one is not: three an hour at both together", async () => {
    const [calling, called] = [await one.person(), await one.person()];
    valueOf((await called.call("changePreferences", { callableBy: "anyone" })).result);
    const device = await called.connect();
    const [here, beside] = [await calling.connect(), await there(calling).connect()];
    const codes: string[] = [];
    for (let index = 0; index < 4; index++) {
      const [invite, from] = [inviteTo(called.id), index % 2 ? beside : here];
      const rung = codeOf(await from.request("call:invite", invite));
      codes.push(rung);
      if (rung !== "ok") continue;
      await device.next("call:incoming");
      valueOf(await from.request("call:cancel", { callId: invite.callId }));
      await device.next("call:ended");
    }
    expect(codes).toEqual(["ok", "ok", "ok", "rate.limited"]);
  });

  it("R44 Redis holds no name and no address of anybody", async () => {
    await logIn(one, "somebody@example.org");
    const client = createClient({ url: redis.url });
    await client.connect();
    const keys = await client.keys("sightline:*");
    client.destroy();
    expect(keys.filter((key) => key.startsWith("sightline:failures:")).length).toBeGreaterThan(0);
    expect(keys.join()).not.toMatch(/@|somebody|target|127\.0\.0\.1/);
  });

  it("F19 while Redis is away each server counts for itself, and nobody waits or is let in unseen", async () => {
    await one.person("careful");
    await redis.stop();
    try {
      for (let guess = 0; guess < 5; guess++) expect(await logIn(one, "careful")).toBe("auth.invalidCredentials");
      expect(await logIn(one, "careful", PASSWORD)).toBe("rate.limited");
      expect(await logIn(other, "careful", PASSWORD)).toBe("ok");
    } finally {
      await redis.start();
    }
    let round = 0;
    const sharedAgain = async () => {
      const login = `guessed${++round}`;
      for (let guess = 0; guess < 5; guess++) await logIn(one, login);
      return logIn(other, login);
    };
    await expect.poll(sharedAgain, { timeout: 20_000 }).toBe("rate.limited");
  }, 60_000);

  it("F19 a Redis that answers nothing keeps nobody waiting for long", async () => {
    const person = await one.person();
    redis.freeze(true);
    try {
      const begun = performance.now();
      expect(await logIn(one, person.me.username, PASSWORD)).toBe("ok");
      expect(performance.now() - begun).toBeLessThan(5_000);
    } finally {
      redis.freeze(false);
    }
    await expect.poll(() => logIn(other, person.me.username, PASSWORD)).toBe("ok");
  });
});
