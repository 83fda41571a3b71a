import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { codeOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

// The server runs in this process, so that a clock of our own is its clock, too.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-01-01T00:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});
const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

async function serverBehindProxy(trustProxy: boolean): Promise<TestServer> {
  return createTestServer({ config: { relaxedLimits: false, trustProxy } });
}

let made = 0;
/** An address nobody has used yet. */
const freshAddress = () => `198.51.${Math.floor(++made / 250)}.${made % 250}`;

const logIn = (server: TestServer, login: string, password: string, forwarded?: string) =>
  server.call(
    "logIn",
    { login, password, client: "desktop" },
    forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  );

describe("R22 guessing one account's password", () => {
  let server: TestServer;
  let target: Person;
  beforeEach(async () => {
    server = await serverBehindProxy(true);
    target = await server.person("target");
  });
  afterEach(() => server.close());

  it("from ever new addresses gets some hundred tries in a day, and never ends the live session", async () => {
    const end = Date.now() + 86_400_000;
    let tries = 0;
    const waits: number[] = [];
    while (Date.now() < end) {
      const answer = await logIn(server, "target", `guess number ${tries}`, freshAddress());
      if (codeOf(answer.result) === "auth.invalidCredentials") tries += 1;
      else {
        expect([answer.status, codeOf(answer.result)]).toEqual([429, "rate.limited"]);
        const wait = Number(answer.headers.get("retry-after"));
        waits.push(wait);
        pass(wait);
      }
    }
    expect(tries).toBeLessThan(120);
    expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
    expect(Math.max(...waits)).toBe(900);
    expect(codeOf((await target.call("me", {})).result)).toBe("ok");
  }, 60_000);

  it("makes the right password wait, too, and by name or address alike ends with it", async () => {
    for (let tries = 0; tries < 6; tries++) {
      await logIn(server, "target", "wrong", freshAddress());
    }
    expect(codeOf((await logIn(server, "target", PASSWORD, freshAddress())).result)).toBe("rate.limited");
    pass(900);
    expect(codeOf((await logIn(server, "target", PASSWORD, freshAddress())).result)).toBe("ok");
    expect(codeOf((await logIn(server, "target", "wrong", freshAddress())).result)).toBe("auth.invalidCredentials");
    expect(codeOf((await logIn(server, "target", PASSWORD, freshAddress())).result)).toBe("ok");
  });
});

describe("R22 guessing many accounts' passwords from one address", () => {
  const spray = async (server: TestServer, count: number, forwarded: (index: number) => string | undefined) => {
    const codes: string[] = [];
    for (let index = 0; index < count; index++) {
      codes.push(codeOf((await logIn(server, `somebody${index}`, "Winter2026!!", forwarded(index))).result));
    }
    return codes.filter((code) => code === "auth.invalidCredentials").length;
  };

  it("ends after 60 a minute, whatever the client writes into X-Forwarded-For", async () => {
    const server = await serverBehindProxy(false);
    expect(await spray(server, 70, freshAddress)).toBe(60);
    pass(61);
    expect(await spray(server, 1, freshAddress)).toBe(1);
    await server.close();
  });

  it("behind a proxy counts the address the proxy saw, not those the client put before it", async () => {
    const server = await serverBehindProxy(true);
    expect(await spray(server, 70, () => `${freshAddress()}, 203.0.113.7`)).toBe(60);
    expect(await spray(server, 1, () => "203.0.113.8")).toBe(1);
    await server.close();
  });
});

it("R21 R22 signing up, which has to say what is taken, is no way to ask for many addresses: 20 an hour", async () => {
  const server = await serverBehindProxy(false);
  const codes: string[] = [];
  for (let index = 0; index < 22; index++) {
    const input = { name: "Some One", username: `asker${index}`, email: "one@example.org", password: PASSWORD };
    codes.push(codeOf((await server.call("signUp", { ...input, client: "desktop" })).result));
  }
  expect(codes.slice(0, 2)).toEqual(["ok", "auth.taken"]);
  expect(codes.slice(20)).toEqual(["rate.limited", "rate.limited"]);
  pass(3601);
  expect(codeOf((await server.call("logIn", { login: "asker0", password: PASSWORD, client: "desktop" })).result)).toBe(
    "ok",
  );
  await server.close();
});
