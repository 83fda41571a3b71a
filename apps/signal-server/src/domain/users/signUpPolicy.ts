import type { Refusal, SignUpPolicy } from "@sightline/protocol";

export interface SignUpRules {
  readonly policy: SignUpPolicy;
  /** Lower case; empty: any. */
  readonly domains: readonly string[];
}

/** Why the server's policy lets this person make no account; null: it does. Whether an invitation is good, only the database knows. */
export function signUpRefusal(rules: SignUpRules, email: string, invited: boolean): Refusal | null {
  if (rules.policy !== "open" && !invited) {
    return { code: rules.policy === "closed" ? "signUp.closed" : "signUp.invitation" };
  }
  return addressRefusal(rules, email);
}

/** Why the server takes no such address for an account, new or changed; null: it does. */
export function addressRefusal({ domains }: SignUpRules, email: string): Refusal | null {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  return domains.length === 0 || domains.includes(domain) ? null : { code: "signUp.domain", field: "email" };
}
