import fc from "fast-check";
import { expect, test } from "vitest";
import { password, passwordFault } from "./password";

test("R20 the limits are characters at the lower end and bytes of UTF-8 at the upper, for any text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 90 }), fc.integer({ min: 10, max: 64 }), (typed, minLength) => {
      const text = typed.normalize("NFC");
      const bytes = Buffer.byteLength(text, "utf8");
      const expected =
        [...text].length < minLength ? "input.passwordTooShort" : bytes > 72 ? "input.passwordTooLong" : null;
      expect(passwordFault(typed, minLength)).toBe(expected);
    }),
  );
});

test("R20 the same password typed on different keyboards is one password, and others stay different", () => {
  expect(password.parse("cafe\u0301 noir et blanc")).toBe("café noir et blanc");
  expect(password.parse("m² und m2")).toBe("m² und m2");
  expect(password.safeParse("").success).toBe(false);
});

test("R20 nothing else of a password is changed: no trimming, no folding of case", () => {
  expect(password.parse("  Two Words  ")).toBe("  Two Words  ");
});
