import { expect, test } from "vitest";
import { contentSecurityPolicy } from "./contentSecurityPolicy";

const directives = (address: string) =>
  new Map(
    contentSecurityPolicy(address)
      .split("; ")
      .map((part) => [part.split(" ")[0], part.split(" ").slice(1)]),
  );

test("R38: the page may talk to its server and to no other", () => {
  expect(directives("https://calls.example.org").get("connect-src")).toEqual([
    "https://calls.example.org",
    "wss://calls.example.org",
  ]);
  expect(directives("http://localhost:8737").get("connect-src")).toEqual([
    "http://localhost:8737",
    "ws://localhost:8737",
  ]);
});

test("R38: pictures come from us and from its server alone", () => {
  expect(directives("https://calls.example.org").get("img-src")).toEqual([
    "'self'",
    "data:",
    "blob:",
    "https://calls.example.org",
  ]);
});

test("R38: everything is closed unless named, and nothing inline or evaluated runs", () => {
  const policy = directives("https://calls.example.org");
  expect(policy.get("default-src")).toEqual(["'none'"]);
  expect(policy.get("script-src")).toEqual(["'self'"]);
  expect(policy.get("style-src")).toEqual(["'self'"]);
  for (const name of ["base-uri", "form-action", "frame-ancestors"]) expect(policy.get(name)).toEqual(["'none'"]);
  expect(contentSecurityPolicy("https://calls.example.org")).not.toMatch(/unsafe|\*/);
});
