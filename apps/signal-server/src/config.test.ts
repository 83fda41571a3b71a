import { describe, expect, it } from "vitest";
import { readConfig } from "./config";

const good = (variables: Record<string, string> = {}) => {
  const read = readConfig(variables);
  if ("faults" in read) throw new Error(read.faults.join("; "));
  return read.config;
};
const faultsOf = (variables: Record<string, string>) => {
  const read = readConfig(variables);
  return "faults" in read ? read.faults : [];
};

describe("the settings", () => {
  it("need nothing at all", () => {
    expect(good()).toMatchObject({
      port: 8737,
      host: "127.0.0.1",
      databaseUrl: null,
      redisUrl: null,
      webRoot: null,
      publicUrl: null,
      allowedOrigins: [],
      trustProxy: false,
      logLevel: "info",
      ringSeconds: 45,
      sessionIdleDays: 30,
      sessionDays: 180,
      callLogDays: 365,
      bcryptCost: 12,
      passwordMinLength: 12,
      iceServers: [],
      secretsKey: null,
      turnSecret: null,
      turnSeconds: 3600,
      mail: { smtp: null, from: null },
      relaxedLimits: false,
      guests: false,
      confirmationRequired: false,
      strangerCalls: false,
      signUp: { policy: "open", domains: [] },
    });
    expect(good().dataDir).toMatch(/[/\\]\.data$/);
  });

  it.each([
    [{}, false],
    [{ SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "calls@example.org" }, true],
    [{ SMTP_URL: "smtp://mail.example.org", MAIL_FROM: "calls@example.org", SIGN_UP_CONFIRMATION: "off" }, false],
    [{ SIGN_UP_CONFIRMATION: "required" }, true],
  ])("R21 with %j sign-ups are confirmed: %s", (variables, required) => {
    expect(good(variables).confirmationRequired).toBe(required);
  });

  it("servers that work together need a database of their own", () => {
    expect(good({ REDIS_URL: "redis://r:6379", DATABASE_URL: "postgres://db/c" }).redisUrl).toBe("redis://r:6379");
    expect(faultsOf({ REDIS_URL: "redis://r:6379" })).toHaveLength(1);
    expect(faultsOf({ REDIS_URL: "http://r", DATABASE_URL: "postgres://db/c" })).toHaveLength(1);
  });

  it("an empty variable is not set", () => {
    expect(good({ PORT: "", DATABASE_URL: "", PUBLIC_URL: "" })).toEqual(good());
  });

  it("are read", () => {
    const config = good({
      PORT: "80",
      DATABASE_URL: "postgres://a:b@db/c",
      PUBLIC_URL: "https://call.example.org/",
      ALLOWED_ORIGINS: "https://a.example, http://localhost:5173",
      TRUST_PROXY: "true",
      ICE_SERVERS: '[{"urls":["stun:stun.example.org"]}]',
    });
    expect(config.port).toBe(80);
    expect(config.publicUrl?.origin).toBe("https://call.example.org");
    expect(config.allowedOrigins).toEqual(["https://a.example", "http://localhost:5173"]);
    expect(config.trustProxy).toBe(true);
    expect(config.iceServers).toEqual([{ urls: ["stun:stun.example.org"] }]);
  });

  it("every fault is named at once", () => {
    const faults = faultsOf({
      PORT: "70000",
      DATABASE_URL: "mysql://x",
      PUBLIC_URL: "nowhere",
      ALLOWED_ORIGINS: "*",
      TRUST_PROXY: "perhaps",
      LOG_LEVEL: "loud",
      ICE_SERVERS: "stun:x",
      BCRYPT_COST: "3",
    });
    const named = faults.map((fault) => fault.split(":")[0]);
    expect(named.toSorted()).toEqual(
      [
        "ALLOWED_ORIGINS",
        "BCRYPT_COST",
        "DATABASE_URL",
        "ICE_SERVERS",
        "LOG_LEVEL",
        "PORT",
        "PUBLIC_URL",
        "TRUST_PROXY",
      ].toSorted(),
    );
  });

  it("tell who may sign up", () => {
    const { signUp } = good({ SIGN_UP: "invited", SIGN_UP_DOMAINS: "Example.org, example.com" });
    expect(signUp).toEqual({ policy: "invited", domains: ["example.org", "example.com"] });
    expect(faultsOf({ SIGN_UP: "maybe" })).toHaveLength(1);
    expect(faultsOf({ SIGN_UP_DOMAINS: "*" })).toHaveLength(1);
    expect(faultsOf({ SIGN_UP_DOMAINS: "@example.org" })).toHaveLength(1);
  });

  it("R24 TURN servers need a shared secret, a long one, and credentials of an hour at most", () => {
    const turn = '[{"urls":["turn:turn.example.org"]}]';
    const secret = "x".repeat(32);
    expect(good({ ICE_SERVERS: turn, TURN_SECRET: secret, TURN_SECONDS: "600" })).toMatchObject({
      turnSecret: secret,
      turnSeconds: 600,
    });
    const fixed = '[{"urls":["turn:turn.example.org"],"username":"u","credential":"c"}]';
    expect(good({ ICE_SERVERS: fixed }).turnSecret).toBeNull();
    const wrong: readonly Record<string, string>[] = [
      { ICE_SERVERS: turn },
      { ICE_SERVERS: turn, TURN_SECRET: "x".repeat(31) },
      { ICE_SERVERS: turn, TURN_SECRET: secret, TURN_SECONDS: "3601" },
      { ICE_SERVERS: turn, TURN_SECRET: secret, TURN_SECONDS: "0" },
      { TURN_SECRET: secret },
      { ICE_SERVERS: fixed, TURN_SECRET: secret },
      { ICE_SERVERS: '[{"urls":["http://turn.example.org"]}]' },
      { ICE_SERVERS: '[{"urls":["turn:turn.example.org?transport=sctp"]}]', TURN_SECRET: secret },
    ];
    for (const variables of wrong) {
      const faults = faultsOf(variables);
      expect([variables, faults.length]).toEqual([variables, 1]);
      expect(faults.join()).not.toContain(secret);
    }
  });
});
