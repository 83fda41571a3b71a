import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeAt } from "../testing/authenticator";
import { type Answer, codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, Person, type TestServer, type TestServerOptions } from "../testing/testServer";

const STEP_MS = 30_000;
let now = Date.parse("2026-01-01T00:00:00Z");
const options: TestServerOptions = { clock: { now: () => new Date(now) }, timing: { sessionSweep: 50 } };
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer(options);
});
afterAll(() => server.close());
// Each test has codes of its own.
beforeEach(() => {
  now += 10 * STEP_MS;
});

interface Protected {
  readonly person: Person;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** A person with two-step log-in; the code of the current time step is used up by that. */
async function withTwoFactor(on = server): Promise<Protected> {
  const before = await on.person();
  const { secret } = valueOf((await before.call("beginTwoFactor", { password: PASSWORD })).result);
  const done = valueOf((await before.call("confirmTwoFactor", { code: codeAt(secret, now) })).result);
  now += STEP_MS;
  return { person: new Person(on, before.me, done.token ?? ""), secret, recoveryCodes: done.recoveryCodes };
}

const logIn = (person: Person, password = PASSWORD, on = server) =>
  on.call("logIn", { login: person.me.username, password, client: "desktop" });
async function ticketFor(person: Person, on = server): Promise<string> {
  const answer = valueOf((await logIn(person, PASSWORD, on)).result);
  if (!("ticket" in answer)) throw new Error("no second step was asked for");
  expect(answer).toEqual({ ticket: expect.stringMatching(/^[\w-]{43}$/) });
  return answer.ticket;
}
const finish = (ticket: string, code: string, on = server): Promise<Answer<"logInSecondStep">> =>
  on.call("logInSecondStep", { ticket, code, client: "desktop" });
const kindsOf = async (person: Person) =>
  valueOf((await person.call("listActivity", {})).result).map(({ kind }) => kind);

describe("setting it up", () => {
  it("asks for the password, and does nothing until a code was confirmed", async () => {
    const person = await server.person();
    const refused = await person.call("beginTwoFactor", { password: "not the password" });
    expect([refused.status, codeOf(refused.result)]).toEqual([401, "auth.invalidCredentials"]);
    const { secret, uri } = valueOf((await person.call("beginTwoFactor", { password: PASSWORD })).result);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    const parameters = new URL(uri);
    expect(parameters.protocol).toBe("otpauth:");
    expect(parameters.searchParams.get("secret")).toBe(secret);
    expect(decodeURIComponent(parameters.pathname)).toContain(`Sightline:${person.me.username}`);
    expect(valueOf((await person.call("twoFactor", {})).result)).toEqual({ on: false, recoveryCodesLeft: 0 });
    expect(valueOf((await logIn(person)).result)).toHaveProperty("token");
    const wrong = await person.call("confirmTwoFactor", { code: codeAt(secret, now + 5 * STEP_MS) });
    expect(codeOf(wrong.result)).toBe("auth.invalidCode");
    expect(valueOf((await logIn(person)).result)).toHaveProperty("token");
  });

  it("R28 confirms with a new token and ten recovery codes; a second secret cannot take its place", async () => {
    const before = await server.person();
    const { secret } = valueOf((await before.call("beginTwoFactor", { password: PASSWORD })).result);
    const done = valueOf((await before.call("confirmTwoFactor", { code: codeAt(secret, now) })).result);
    expect(done.recoveryCodes).toHaveLength(10);
    expect(new Set(done.recoveryCodes).size).toBe(10);
    for (const code of done.recoveryCodes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
    expect(codeOf((await before.call("me", {})).result)).toBe("auth.required");
    const person = new Person(server, before.me, done.token ?? "");
    expect(valueOf((await person.call("twoFactor", {})).result)).toEqual({ on: true, recoveryCodesLeft: 10 });
    const again = await person.call("beginTwoFactor", { password: PASSWORD });
    expect([again.status, codeOf(again.result)]).toEqual([409, "twoFactor.isOn"]);
    expect(await kindsOf(person)).toContain("twoFactorOn");
  });

  it("nothing of it is readable in the database or the log", async () => {
    const { person, secret, recoveryCodes } = await withTwoFactor();
    const ticket = await ticketFor(person);
    const tables = ["two_factors", "recovery_codes", "log_in_tickets"].map((table) =>
      server.query(`SELECT * FROM ${table}`),
    );
    const text = JSON.stringify(await Promise.all(tables)) + server.logged.join("");
    expect(text).toContain(person.id);
    for (const hidden of [secret, ticket, ...recoveryCodes, ...recoveryCodes.map((code) => code.replaceAll("-", ""))])
      expect(text).not.toContain(hidden);
  });
});

describe("logging in with it", () => {
  it("takes the password, then a code; in between there is no session", async () => {
    const { person, secret } = await withTwoFactor();
    const web = await server.call("logIn", { login: person.me.email, password: PASSWORD, client: "web" });
    expect(web.headers.get("set-cookie")).toBeNull();
    const ticket = await ticketFor(person);
    const asSession = await server.call("me", {}, { authorization: `Bearer ${ticket}` });
    expect(codeOf(asSession.result)).toBe("auth.required");
    const done = valueOf((await finish(ticket, codeAt(secret, now))).result);
    expect(done.me.id).toBe(person.id);
    expect(codeOf((await server.call("me", {}, { authorization: `Bearer ${done.token}` })).result)).toBe("ok");
  });

  it("a clock may be one step off in either direction, and not two", async () => {
    const { person, secret } = await withTwoFactor();
    now += 3 * STEP_MS;
    for (const [off, code] of [
      [-2, "auth.invalidCode"],
      [2, "auth.invalidCode"],
      [-1, "ok"],
      [1, "ok"],
    ] as const) {
      const answer = await finish(await ticketFor(person), codeAt(secret, now + off * STEP_MS));
      expect([off, codeOf(answer.result)]).toEqual([off, code]);
    }
  });

  it("replay: a code is good once, and so is none before it", async () => {
    const { person, secret } = await withTwoFactor();
    const [earlier, code] = [codeAt(secret, now), codeAt(secret, now + STEP_MS)];
    expect(codeOf((await finish(await ticketFor(person), code)).result)).toBe("ok");
    for (const used of [code, earlier])
      expect(codeOf((await finish(await ticketFor(person), used)).result)).toBe("auth.invalidCode");
  });

  it("replay: the code that confirmed the set-up does not log in", async () => {
    const { person, secret } = await withTwoFactor();
    const answer = await finish(await ticketFor(person), codeAt(secret, now - STEP_MS));
    expect(codeOf(answer.result)).toBe("auth.invalidCode");
  });

  it("race: of parallel uses of one code exactly one wins, also at two servers", async () => {
    const beside = await createTestServer({ ...options, beside: server });
    for (let round = 0; round < 5; round++) {
      const { person, secret, recoveryCodes } = await withTwoFactor();
      for (const code of [codeAt(secret, now), recoveryCodes[0] ?? ""]) {
        const tickets = await Promise.all([1, 2, 3, 4].map(() => ticketFor(person)));
        const answers = await Promise.all(
          tickets.map((ticket, index) => finish(ticket, code, index % 2 ? beside : server)),
        );
        expect(answers.map(({ result }) => codeOf(result)).toSorted()).toEqual([
          "auth.invalidCode",
          "auth.invalidCode",
          "auth.invalidCode",
          "ok",
        ]);
      }
    }
    await beside.close();
  });

  it("race: one ticket opens one session, whatever codes come with it", async () => {
    const { person, recoveryCodes } = await withTwoFactor();
    const ticket = await ticketFor(person);
    const answers = await Promise.all(recoveryCodes.slice(0, 3).map((code) => finish(ticket, code)));
    const codes = answers.map(({ result }) => codeOf(result));
    expect(codes.filter((code) => code === "ok")).toHaveLength(1);
    expect(codes.filter((code) => code === "auth.ticketExpired")).toHaveLength(2);
  });

  it("a recovery code is good once, however it is typed, and for its own person alone", async () => {
    const { person, recoveryCodes } = await withTwoFactor();
    const other = await withTwoFactor();
    const [code = ""] = recoveryCodes;
    const typed = ` ${code.toLowerCase().replaceAll("-", " ")} `;
    expect(codeOf((await finish(await ticketFor(other.person), code)).result)).toBe("auth.invalidCode");
    expect(codeOf((await finish(await ticketFor(person), typed)).result)).toBe("ok");
    expect(codeOf((await finish(await ticketFor(person), code)).result)).toBe("auth.invalidCode");
    expect(valueOf((await person.call("twoFactor", {})).result)).toEqual({ on: true, recoveryCodesLeft: 9 });
    expect(await kindsOf(person)).toEqual(expect.arrayContaining(["recoveryCodeUsed", "twoFactorFailed", "logIn"]));
  });

  it("a ticket is good for five minutes and five tries, once, for its person alone", async () => {
    const { person, secret } = await withTwoFactor();
    const [late, tried, used] = [await ticketFor(person), await ticketFor(person), await ticketFor(person)];
    for (let tries = 0; tries < 5; tries++)
      expect(codeOf((await finish(tried, "000000")).result)).toMatch(/^auth\.invalidCode$/);
    expect(codeOf((await finish(tried, codeAt(secret, now))).result)).toBe("auth.ticketExpired");
    expect(codeOf((await finish(used, codeAt(secret, now))).result)).toBe("ok");
    expect(codeOf((await finish(used, codeAt(secret, now + STEP_MS))).result)).toBe("auth.ticketExpired");
    expect(codeOf((await finish("A".repeat(43), codeAt(secret, now))).result)).toBe("auth.ticketExpired");
    now += 10 * STEP_MS;
    const answer = await finish(late, codeAt(secret, now));
    expect([answer.status, codeOf(answer.result)]).toEqual([401, "auth.ticketExpired"]);
    await expect.poll(() => server.query("SELECT digest FROM log_in_tickets")).toEqual([]);
  });

  it("R21 who has not the password cannot tell whether an account has it", async () => {
    const { person } = await withTwoFactor();
    const plain = await server.person();
    const seen = async (login: string) => {
      const answer = await server.call("logIn", { login, password: "a wrong guess", client: "web" });
      return { status: answer.status, result: answer.result, cookie: answer.headers.get("set-cookie") };
    };
    const withIt = await seen(person.me.username);
    expect(withIt.status).toBe(401);
    expect(withIt).toEqual(await seen(plain.me.username));
    expect(withIt).toEqual(await seen("nobody.of.this.name"));
  });

  it("a ticket of the password of before opens nothing once that was changed", async () => {
    const { person, secret, recoveryCodes } = await withTwoFactor();
    const ticket = await ticketFor(person);
    const change = { current: PASSWORD, code: recoveryCodes[0] ?? "", password: "wooden spoon under water" };
    valueOf((await person.call("changePassword", change)).result);
    expect(codeOf((await finish(ticket, codeAt(secret, now))).result)).toBe("auth.invalidCredentials");
  });
});

describe("R22 guessing codes", () => {
  it("pauses the account's second step, longer and longer; live sessions are not touched", async () => {
    const strict = await createTestServer({ ...options, config: { relaxedLimits: false } });
    const { person, secret } = await withTwoFactor(strict);
    let ticket = await ticketFor(person, strict);
    for (let tries = 0; tries < 5; tries++)
      expect(codeOf((await finish(ticket, "000000", strict)).result)).toBe("auth.invalidCode");
    ticket = await ticketFor(person, strict);
    const paused = await finish(ticket, codeAt(secret, now), strict);
    expect([paused.status, codeOf(paused.result)]).toEqual([429, "rate.limited"]);
    expect(codeOf((await person.call("me", {})).result)).toBe("ok");
    now += 2_000;
    expect(codeOf((await finish(ticket, codeAt(secret, now), strict)).result)).toBe("ok");
    await strict.close();
  });
});

describe("turning it off and new recovery codes", () => {
  it("need the password and a code; log-in asks for none afterwards, and the token is another one (R28)", async () => {
    const { person, secret } = await withTwoFactor();
    const off = (password: string, code: string) => person.call("endTwoFactor", { password, code });
    expect(codeOf((await off("wrong", codeAt(secret, now))).result)).toBe("auth.invalidCredentials");
    expect(codeOf((await off(PASSWORD, "000000")).result)).toBe("auth.invalidCode");
    const { token = "" } = valueOf((await off(PASSWORD, codeAt(secret, now))).result);
    expect(codeOf((await person.call("me", {})).result)).toBe("auth.required");
    const renewed = new Person(server, person.me, token);
    expect(valueOf((await renewed.call("twoFactor", {})).result)).toEqual({ on: false, recoveryCodesLeft: 0 });
    expect(valueOf((await logIn(person)).result)).toHaveProperty("token");
    expect((await kindsOf(renewed)).slice(0, 3)).toContain("twoFactorOff");
  });

  it("a recovery code stands in for a lost phone", async () => {
    const { person, recoveryCodes } = await withTwoFactor();
    const code = recoveryCodes[3] ?? "";
    expect(codeOf((await person.call("endTwoFactor", { password: PASSWORD, code })).result)).toBe("ok");
  });

  it("new recovery codes make the old ones void", async () => {
    const { person, secret, recoveryCodes } = await withTwoFactor();
    const proof = { password: PASSWORD, code: codeAt(secret, now) };
    const fresh = valueOf((await person.call("renewRecoveryCodes", proof)).result).recoveryCodes;
    expect(fresh).toHaveLength(10);
    expect(codeOf((await finish(await ticketFor(person), recoveryCodes[0] ?? "")).result)).toBe("auth.invalidCode");
    expect(codeOf((await finish(await ticketFor(person), fresh[0] ?? "")).result)).toBe("ok");
  });

  it("a sealed secret is its person's alone; one that cannot be opened leaves recovery codes as the way in", async () => {
    const [mine, other] = [await withTwoFactor(), await withTwoFactor()];
    await server.query(
      `UPDATE two_factors SET sealed_secret = (SELECT sealed_secret FROM two_factors WHERE user_id = $1)
       WHERE user_id = $2`,
      [other.person.id, mine.person.id],
    );
    for (const { secret } of [mine, other]) {
      const answer = await finish(await ticketFor(mine.person), codeAt(secret, now));
      expect(codeOf(answer.result)).toBe("auth.invalidCode");
    }
    const answer = await finish(await ticketFor(mine.person), mine.recoveryCodes[0] ?? "");
    expect(codeOf(answer.result)).toBe("ok");
  });

  it("R31 all of it is gone with the account", async () => {
    const { person } = await withTwoFactor();
    await ticketFor(person);
    await server.query("DELETE FROM users WHERE id = $1", [person.id]);
    for (const table of ["two_factors", "recovery_codes", "log_in_tickets"])
      expect(await server.query(`SELECT 1 FROM ${table} WHERE user_id = $1`, [person.id])).toEqual([]);
  });
});
