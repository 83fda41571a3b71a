import { passwordFault, refused, type Result } from "@sightline/protocol";
import type { Hasher, KnownPerson } from "../ports";

interface PasswordRulePorts {
  readonly hasher: Hasher;
  readonly passwordMinLength: number;
}

const refusals = { common: "input.passwordCommon", personal: "input.passwordPersonal" } as const;

/**
 * What a new password must fulfil, at sign-up, reset and change alike (R20, NIST SP 800-63B-4): long enough, short enough
 * for bcrypt, not among the first anybody would try. No composition, no expiry.
 */
export class PasswordRule {
  constructor(private readonly ports: PasswordRulePorts) {}

  /**
   * The hash to store of a person's new password. Refuses with `input.passwordTooShort`, `input.passwordTooLong`,
   * `input.passwordCommon` or `input.passwordPersonal` (field `password`), and `server.unavailable`.
   */
  async accept(password: string, person: KnownPerson): Promise<Result<string>> {
    const { hasher, passwordMinLength } = this.ports;
    const fault = passwordFault(password, passwordMinLength);
    if (fault) return refused(fault, { field: "password" });
    const { name, username, email } = person;
    const judged = await hasher.weakness(password, { name, username, email });
    if (!judged.ok) return judged;
    if (judged.value) return refused(refusals[judged.value], { field: "password" });
    return hasher.hash(password);
  }
}
