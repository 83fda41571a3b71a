import { refused, type Result } from "@sightline/protocol";
import type { Caller } from "../security/securityEvent";
import type { Accounts } from "../users/accounts";
import type { User } from "../users/user";
import type { SecondStep } from "./secondStep";
import type { TwoFactor } from "./twoFactor";

interface ReauthenticationPorts {
  readonly accounts: Pick<Accounts, "logIn">;
  readonly twoFactor: Pick<TwoFactor, "isOn">;
  readonly secondStep: Pick<SecondStep, "prove">;
}

/** What log-in asks for, shown once more by somebody who is logged in. */
export interface ShownAgain {
  readonly password: string;
  /** Of the authenticator app, or a recovery code; needed with two-step log-in. */
  readonly code?: string | undefined;
}

/** Before what cannot be undone or changes how one logs in: a session that was left open is not enough (ASVS 7.5.1). */
export class Reauthentication {
  constructor(private readonly ports: ReauthenticationPorts) {}

  /**
   * Answers the user as the password knew them. `auth.invalidCredentials` and `auth.invalidCode` as at the log-in, with
   * their pauses; a code that is needed and missing is `auth.invalidCode`, too, and counts as no guess.
   */
  async prove({ username, id }: User, { password, code }: ShownAgain, caller: Caller): Promise<Result<User>> {
    const { accounts, twoFactor, secondStep } = this.ports;
    const known = await accounts.logIn(username, password, caller);
    if (!known.ok || !(await twoFactor.isOn(id))) return known;
    if (code === undefined) return refused("auth.invalidCode", { field: "code" });
    const wrong = await secondStep.prove(id, code, caller);
    return wrong ? { ok: false, error: wrong } : known;
  }
}
