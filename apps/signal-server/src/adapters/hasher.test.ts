import { codeOf, valueOf } from "../testing/httpClient";
import { afterAll, expect, it } from "vitest";
import { createHasher } from "./hasher";

const hasher = createHasher({ cost: 4, maxWaiting: 8 });
afterAll(() => hasher.close());

it("matches the password it hashed and no other", async () => {
  const hash = valueOf(await hasher.hash("correct horse"));
  expect(hash).toMatch(/^\$2b\$04\$/);
  expect(valueOf(await hasher.matches("correct horse", hash))).toBe(true);
  expect(valueOf(await hasher.matches("Correct horse", hash))).toBe(false);
});

it("never matches for an account that is not there", async () => {
  expect(valueOf(await hasher.matches("correct horse", null))).toBe(false);
});

it("counts the limit in bytes of UTF-8", () => {
  expect(hasher.truncates("x".repeat(72))).toBe(false);
  expect(hasher.truncates("x".repeat(73))).toBe(true);
  expect(hasher.truncates("é".repeat(37))).toBe(true);
});

it("refuses instead of queueing without end, and recovers", async () => {
  const results = await Promise.all(Array.from({ length: 40 }, () => hasher.hash("correct horse")));
  const codes = results.map(codeOf);
  expect(codes).toContain("ok");
  expect(codes).toContain("server.unavailable");
  expect(codeOf(await hasher.hash("correct horse"))).toBe("ok");
});
