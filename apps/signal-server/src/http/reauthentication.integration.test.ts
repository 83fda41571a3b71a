import type { RouteName } from "@sightline/protocol";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeAt } from "../testing/authenticator";
import { type Answer, codeOf, valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, Person, type TestServer } from "../testing/testServer";

const STEP_MS = 30_000;
let now = Date.parse("2026-01-01T00:00:00Z");
let server: TestServer;
beforeAll(async () => {
  server = await createTestServer({ clock: { now: () => new Date(now) } });
});
afterAll(() => server.close());
// Each test has codes of its own.
beforeEach(() => {
  now += 10 * STEP_MS;
});

interface Protected {
  readonly person: Person;
  readonly codeNow: () => string;
  readonly recoveryCode: string;
}

async function withTwoFactor(on = server): Promise<Protected> {
  const before = await on.person();
  const { secret } = valueOf((await before.call("beginTwoFactor", { password: PASSWORD })).result);
  const done = valueOf((await before.call("confirmTwoFactor", { code: codeAt(secret, now) })).result);
  now += STEP_MS;
  const person = new Person(on, before.me, done.token ?? "");
  return { person, codeNow: () => codeAt(secret, now), recoveryCode: done.recoveryCodes[0] ?? "" };
}

interface Shown {
  readonly password: string;
  readonly code?: string;
}
type Act = (person: Person, shown: Shown) => Promise<Answer<RouteName>>;

const acts: [string, Act][] = [
  ["deleting the account", (person, shown) => person.call("deleteAccount", shown)],
  [
    "changing the password",
    (person, { password: current, code }) =>
      person.call("changePassword", { current, code, password: "wooden spoon under water" }),
  ],
  [
    "changing the address",
    (person, shown) => person.call("askEmailChange", { ...shown, email: `${person.me.username}@example.com` }),
  ],
  [
    "confirming one's own address",
    (person, shown) => person.call("askEmailChange", { ...shown, email: person.me.email }),
  ],
];

describe.each(acts)("%s with two-step log-in", (_what, act) => {
  it("needs a code as well, which is used by it, and says which of the two was wrong", async () => {
    const { person, codeNow } = await withTwoFactor();
    const outcome = async (shown: Shown) => (await act(person, shown)).result;
    expect(codeOf(await outcome({ password: "wrong", code: codeNow() }))).toBe("auth.invalidCredentials");
    const missing = await outcome({ password: PASSWORD });
    expect(missing).toMatchObject({ error: { code: "auth.invalidCode", field: "code" } });
    expect(codeOf(await outcome({ password: PASSWORD, code: "000000" }))).toBe("auth.invalidCode");
    expect(codeOf((await person.call("me", {})).result)).toBe("ok");
    const code = codeNow();
    expect(codeOf(await outcome({ password: PASSWORD, code }))).toBe("ok");
    const other = await withTwoFactor();
    now += STEP_MS;
    const used = other.codeNow();
    expect(codeOf((await other.person.call("renewRecoveryCodes", { password: PASSWORD, code: used })).result)).toBe(
      "ok",
    );
    expect(codeOf((await act(other.person, { password: PASSWORD, code: used })).result)).toBe("auth.invalidCode");
  });

  it("takes a recovery code in place of a lost phone", async () => {
    const { person, recoveryCode } = await withTwoFactor();
    expect(codeOf((await act(person, { password: PASSWORD, code: recoveryCode })).result)).toBe("ok");
  });

  it("R22 pauses the guessing of codes, and a code that is missing is no guess", async () => {
    const strict = await createTestServer({
      clock: { now: () => new Date(now) },
      config: { relaxedLimits: false },
    });
    const { person, codeNow } = await withTwoFactor(strict);
    for (let asked = 0; asked < 6; asked++) await act(person, { password: PASSWORD });
    for (let guess = 0; guess < 5; guess++) {
      const answer = await act(person, { password: PASSWORD, code: "000000" });
      expect(codeOf(answer.result)).toBe("auth.invalidCode");
    }
    expect(codeOf((await act(person, { password: PASSWORD, code: codeNow() })).result)).toBe("rate.limited");
    await strict.close();
  });

  it("asks for no code where log-in asks for none", async () => {
    const person = await server.person();
    expect(codeOf((await act(person, { password: PASSWORD })).result)).toBe("ok");
  });
});

it("a new password that is refused costs no code", async () => {
  const { person, codeNow } = await withTwoFactor();
  const change = (password: string) => person.call("changePassword", { current: PASSWORD, code: codeNow(), password });
  expect(codeOf((await change("password1234")).result)).toBe("input.passwordCommon");
  expect(codeOf((await change("wooden spoon under water")).result)).toBe("ok");
});

it("turning off what is not on, and recovery codes for it, are refused", async () => {
  const person = await server.person();
  const shown = { password: PASSWORD, code: "000000" };
  expect(codeOf((await person.call("endTwoFactor", shown)).result)).toBe("auth.invalidCode");
  expect(codeOf((await person.call("renewRecoveryCodes", shown)).result)).toBe("auth.invalidCode");
  expect(valueOf((await person.call("twoFactor", {})).result)).toEqual({ on: false, recoveryCodesLeft: 0 });
});
