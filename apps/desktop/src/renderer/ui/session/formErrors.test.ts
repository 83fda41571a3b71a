import { describe, expect, it } from "vitest";
import { t } from "../strings/strings";
import { usualServer } from "./serverContext";
import { checkSignUp, signUpRefusal } from "./formErrors";

const good = {
  name: "Ada Lovelace",
  username: "ada",
  email: "ada@example.org",
  password: "correct horse battery",
  repeat: "correct horse battery",
  invitation: "",
};

describe("checkSignUp", () => {
  it("finds nothing wrong with what the server accepts", () => {
    expect(checkSignUp(good, usualServer)).toEqual({});
  });

  it.each([
    ["name", { name: "  " }, t.session.invalid.name],
    ["username", { username: "a" }, t.session.invalid.username],
    ["email", { email: "ada" }, t.session.invalid.email],
    ["password", { password: "short", repeat: "short" }, t.session.invalid.password(12)],
    ["repeat", { repeat: "another one entirely" }, t.session.invalid.repeat],
    ["password", { password: "ä".repeat(40), repeat: "ä".repeat(40) }, t.errors["input.passwordTooLong"]],
  ] as const)("tells a wrong %s at its field", (field, change, words) => {
    expect(checkSignUp({ ...good, ...change }, usualServer)).toEqual({ [field]: words });
  });
});

describe("checkSignUp, by what the server says of itself", () => {
  it("asks for an invitation where one is needed, as a link or its end", () => {
    const rules = { ...usualServer, signUp: "invited" } as const;
    const token = "x".repeat(43);
    expect(checkSignUp(good, rules)).toEqual({ invitation: t.invitations.fieldInvalid });
    expect(checkSignUp({ ...good, invitation: token }, rules)).toEqual({});
    expect(checkSignUp({ ...good, invitation: `https://calls.example.org/#invitation/${token}` }, rules)).toEqual({});
  });

  it("tells which addresses are taken", () => {
    const rules = { ...usualServer, signUpDomains: ["example.com", "example.net"] };
    expect(checkSignUp(good, rules)).toEqual({ email: "Must end with @example.com or @example.net." });
    expect(checkSignUp({ ...good, email: "Ada@Example.COM" }, rules)).toEqual({});
  });
});

describe("signUpRefusal", () => {
  it("puts a taken name at the field it is about", () => {
    expect(signUpRefusal({ code: "auth.taken", field: "email" })).toEqual({ email: t.session.taken.email });
  });

  it("puts what is wrong with a password at its field", () => {
    const code = "input.passwordPersonal";
    expect(signUpRefusal({ code, field: "password" })).toEqual({ password: t.errors[code] });
  });

  it("says how long to wait, at the form", () => {
    expect(signUpRefusal({ code: "rate.limited", retryAfterSeconds: 30 }).form).toContain("30 seconds");
  });
});
