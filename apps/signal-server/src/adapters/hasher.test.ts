import { passwordFault } from "@sightline/protocol";
import { truncates } from "bcryptjs";
import fc from "fast-check";
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

it("R20 the limit of 72 bytes is bcrypt's own, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 20, maxLength: 80 }), (text) => {
      expect(passwordFault(text, 0) === "input.passwordTooLong").toBe(truncates(text.normalize("NFC")));
    }),
  );
});

it("R20 no accepted password is cut off: one with another last character does not match", async () => {
  const accepted = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 71 })
    .map((text) => text.normalize("NFC"))
    .filter((text) => passwordFault(`${text}xx`, 0) === null);
  await fc.assert(
    fc.asyncProperty(accepted, async (text) => {
      const hash = valueOf(await hasher.hash(`${text}x`));
      expect(valueOf(await hasher.matches(`${text}x`, hash))).toBe(true);
      expect(valueOf(await hasher.matches(`${text}y`, hash))).toBe(false);
      expect(valueOf(await hasher.matches(text, hash))).toBe(false);
    }),
    { numRuns: 30 },
  );
});

it("R20 names why a password would be guessed", async () => {
  const ada = { name: "Ada Lovelace", username: "ada", email: "ada@example.org" };
  expect(valueOf(await hasher.weakness("password1234", ada))).toBe("common");
  expect(valueOf(await hasher.weakness("adalovelace1", ada))).toBe("personal");
  expect(valueOf(await hasher.weakness("correct horse battery", ada))).toBeNull();
});

it("refuses instead of queueing without end, and recovers", async () => {
  const results = await Promise.all(Array.from({ length: 40 }, () => hasher.hash("correct horse")));
  const codes = results.map(codeOf);
  expect(codes).toContain("ok");
  expect(codes).toContain("server.unavailable");
  expect(codeOf(await hasher.hash("correct horse"))).toBe("ok");
});
