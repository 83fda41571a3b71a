import { describe, expect, it } from "vitest";
import { t } from "../strings/strings";
import { checkSignUp, signUpRefusal } from "./formErrors";

const good = {
  name: "Ada Lovelace",
  username: "ada",
  email: "ada@example.org",
  password: "correct horse battery",
  repeat: "correct horse battery",
};

describe("checkSignUp", () => {
  it("finds nothing wrong with what the server accepts", () => {
    expect(checkSignUp(good)).toEqual({});
  });

  it.each([
    ["name", { name: "  " }, t.session.invalid.name],
    ["username", { username: "a" }, t.session.invalid.username],
    ["email", { email: "ada" }, t.session.invalid.email],
    ["password", { password: "short", repeat: "short" }, t.session.invalid.password],
    ["repeat", { repeat: "another one entirely" }, t.session.invalid.repeat],
    ["password", { password: "ä".repeat(40), repeat: "ä".repeat(40) }, t.errors["input.passwordTooLong"]],
  ] as const)("tells a wrong %s at its field", (field, change, words) => {
    expect(checkSignUp({ ...good, ...change })).toEqual({ [field]: words });
  });
});

describe("signUpRefusal", () => {
  it("puts a taken name at the field it is about", () => {
    expect(signUpRefusal({ code: "auth.taken", field: "email" })).toEqual({ email: t.session.taken.email });
  });

  it("says how long to wait, at the form", () => {
    expect(signUpRefusal({ code: "rate.limited", retryAfterSeconds: 30 }).form).toContain("30 seconds");
  });
});
