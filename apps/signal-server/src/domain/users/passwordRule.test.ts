import { ok, passwordFault } from "@sightline/protocol";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { strengthOf } from "@sightline/password-strength";
import type { Hasher } from "../ports";
import { PasswordRule } from "./passwordRule";

const ada = { name: "Ada Lovelace", username: "ada", email: "ada@example.org" };
/** Keeps the text itself, so that a test can see that nothing was cut off or changed. */
const hasher: Hasher = {
  weakness: async (password, person) => ok(strengthOf(password, person).weakness),
  hash: async (password) => ok(password),
  isOutdated: () => false,
  matches: async (password, hash) => ok(password === hash),
};
const rule = new PasswordRule({ hasher, passwordMinLength: 12 });

const anyText = fc.string({ unit: "binary", maxLength: 90 });
const bytes = (text: string) => Buffer.byteLength(text, "utf8");

describe("R20 a new password", () => {
  it("passes whole, whatever it is made of, when it is long enough, short enough and not soon guessed", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (typed) => {
        const text = typed.normalize("NFC");
        const fits = [...text].length >= 12 && bytes(text) <= 72 && strengthOf(text, ada).weakness === null;
        const answer = await rule.accept(text, ada);
        expect(answer.ok).toBe(fits);
        if (answer.ok) expect(answer.value).toBe(text);
      }),
    );
  });

  it("passes where it is drawn to fit, so that the property above is not about refusals alone", async () => {
    const fitting = fc
      .string({ unit: "grapheme", minLength: 14, maxLength: 24 })
      .map((text) => text.normalize("NFC"))
      .filter((text) => passwordFault(text, 12) === null && strengthOf(text, ada).weakness === null);
    await fc.assert(
      fc.asyncProperty(fitting, async (text) => {
        expect(await rule.accept(text, ada)).toEqual(ok(text));
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ["eleven signs", "xK9#mq2Lp0v", "input.passwordTooShort"],
    ["eleven emoji, though they are 44 bytes", "🦊".repeat(11), "input.passwordTooShort"],
    ["72 bytes of emoji, all the same", "🦊".repeat(18), "input.passwordCommon"],
    ["73 bytes", `${"é".repeat(36)}x`, "input.passwordTooLong"],
    ["a common one", "password1234", "input.passwordCommon"],
    ["their own name", "AdaLovelace1", "input.passwordPersonal"],
    ["the product", "Sightline123", "input.passwordPersonal"],
  ])("%s: refused", async (_what, text, code) => {
    expect(await rule.accept(text, ada)).toEqual({ ok: false, error: { code, field: "password" } });
  });

  it("of the configured length is enough", async () => {
    const short = new PasswordRule({ hasher, passwordMinLength: 10 });
    expect(await short.accept("xK9#mq2Lp0", ada)).toEqual(ok("xK9#mq2Lp0"));
  });
});
