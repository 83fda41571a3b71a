import { expect, test } from "vitest";
import { readConfig } from "./config";

const secret = "5f0c9f0e6f5b4b7d9d1c8e2a7b3f4d6e";
const sound = {
  NODE_ENV: "production",
  HOST: "0.0.0.0",
  PUBLIC_URL: "https://calls.example.org",
  DATABASE_URL: `postgres://sightline:${secret}@db/sightline`,
  REDIS_URL: "redis://redis:6379",
  TURN_SECRET: secret,
  SECRETS_KEY: secret,
  ICE_SERVERS: '[{"urls":["turn:turn.example.org"]}]',
};

function faultsOf(variables: Record<string, string>) {
  const read = readConfig({ ...sound, ...variables });
  return "faults" in read ? read.faults : [];
}

test("R45 a sound production starts, and so does one on this machine alone", () => {
  expect(faultsOf({})).toEqual([]);
  expect(readConfig({ NODE_ENV: "production" })).toHaveProperty("config");
  expect(readConfig({ NODE_ENV: "production", PUBLIC_URL: "http://localhost:8737" })).toHaveProperty("config");
});

test.each([
  ["PUBLIC_URL", { PUBLIC_URL: "" }],
  ["PUBLIC_URL", { PUBLIC_URL: "http://calls.example.org" }],
  ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "https://a.example,http://b.example" }],
  ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "*" }],
  ["ALLOWED_ORIGINS", { ALLOWED_ORIGINS: "https://*.example.org" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://sightline@db/sightline" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://postgres:postgres@db/sightline" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://sightline:sightline123@db/sightline" }],
  ["DATABASE_URL", { DATABASE_URL: "postgres://sightline:changeme@db/sightline" }],
  ["REDIS_URL", { REDIS_URL: "redis://:redis123@redis:6379" }],
  ["TURN_SECRET", { TURN_SECRET: "x".repeat(32) }],
  ["TURN_SECRET", { TURN_SECRET: "secretsecretsecretsecretsecretsecret" }],
  ["TURN_SECRET", { TURN_SECRET: "" }],
  ["TURN_SECRET", { TURN_SECRET: secret.slice(0, 31) }],
  ["SECRETS_KEY", { SECRETS_KEY: "" }],
  ["SECRETS_KEY", { SECRETS_KEY: "x".repeat(32) }],
  ["RATE_LIMITS", { RATE_LIMITS: "relaxed" }],
  ["BCRYPT_COST", { BCRYPT_COST: "11" }],
] as const)("R45 production does not start with a faulty %s: %o", (variable, variables) => {
  const faults = faultsOf(variables);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatch(new RegExp(`^${variable}: .{10}`));
});

test.each([
  "postgres:///sightline?host=/var/run/postgresql",
  "postgres://sightline@db/sightline?sslmode=verify-full&sslcert=/etc/sightline/db.crt",
])("R45 %s needs no password", (address) => {
  expect(faultsOf({ DATABASE_URL: address })).toEqual([]);
});

test("R45 all faults are named at once, and no secret is among the words", () => {
  const weak = { DATABASE_URL: "postgres://a:hunter2hunter2@db/c", REDIS_URL: "redis://:hunter2hunter2@r" };
  const faults = faultsOf({
    ...weak,
    PUBLIC_URL: "http://calls.example.org",
    TURN_SECRET: "hunter2hunter2hunter2hunter2hunter2",
    SECRETS_KEY: "hunter2hunter2hunter2hunter2hunter2",
    BCRYPT_COST: "4",
    RATE_LIMITS: "relaxed",
  });
  expect(faults.map((fault) => fault.split(":")[0]).toSorted()).toEqual(
    ["BCRYPT_COST", "DATABASE_URL", "PUBLIC_URL", "RATE_LIMITS", "REDIS_URL", "SECRETS_KEY", "TURN_SECRET"].toSorted(),
  );
  expect(faults.join("\n")).not.toContain("hunter2");
});
