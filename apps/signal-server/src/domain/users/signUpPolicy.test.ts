import { expect, test } from "vitest";
import { signUpRefusal } from "./signUpPolicy";

test.each([
  ["open", false, null],
  ["open", true, null],
  ["invited", false, "signUp.invitation"],
  ["invited", true, null],
  ["closed", false, "signUp.closed"],
  // Only the operator's own invitation is good there, which the database tells.
  ["closed", true, null],
] as const)("%s, invited: %s", (policy, invited, code) => {
  expect(signUpRefusal({ policy, domains: [] }, "ada@example.org", invited)?.code ?? null).toBe(code);
});

test.each([
  ["ada@example.org", null],
  ["ada@EXAMPLE.org", null],
  ["ada@sub.example.org", "signUp.domain"],
  ["ada@notexample.org", "signUp.domain"],
  ['"@example.org"@evil.test', "signUp.domain"],
  ["ada@example.org.evil.test", "signUp.domain"],
])("of the domains that are allowed: %s", (email, code) => {
  const rules = { policy: "open", domains: ["example.org", "example.com"] } as const;
  expect(signUpRefusal(rules, email, false)?.code ?? null).toBe(code);
});
