import { ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Hasher, Ids, Limits, Log } from "../ports";
import type { User, UserRepository } from "./user";

interface AccountsPorts {
  readonly users: UserRepository;
  readonly hasher: Hasher;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly log: Log;
}

export interface SignUp {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** Making accounts and proving who one is. */
export class Accounts {
  constructor(private readonly ports: AccountsPorts) {}

  /** Refuses with `auth.taken` (field `username` or `email`), `input.passwordTooLong`, `server.unavailable`. */
  async signUp(input: SignUp): Promise<Result<User>> {
    const { users, hasher, ids, clock, log } = this.ports;
    if (hasher.truncates(input.password)) return refused("input.passwordTooLong", { field: "password" });
    const hashed = await hasher.hash(input.password);
    if (!hashed.ok) return hashed;
    const user = { id: ids.uuid(), name: input.name, username: input.username, email: input.email, guestOf: null };
    const outcome = await users.add({ ...user, passwordHash: hashed.value, createdAt: clock.now() });
    if (outcome !== "added") return refused("auth.taken", { field: outcome });
    log.info("account made", { user: user.id });
    return ok(user);
  }

  /**
   * `login` is a username or an e-mail address. Unknown names cost as much time as wrong passwords and give the same
   * `auth.invalidCredentials`; repeated failures give `rate.limited` with a growing wait (NIST SP 800-63B 5.2.2).
   */
  async logIn(login: string, password: string): Promise<Result<User>> {
    const { users, hasher, limits, log } = this.ports;
    const pause = limits.logInPause(login);
    if (pause) return { ok: false, error: pause };
    const found = await users.credentialsOf(login);
    const matched = await hasher.matches(password, found?.passwordHash ?? null);
    if (!matched.ok) return matched;
    // A password the hash would cut off was never accepted at sign up, so it cannot be right here.
    if (!found || !matched.value || hasher.truncates(password)) {
      limits.logInFailed(login);
      log.warn("log-in failed", { user: found?.user.id });
      return refused("auth.invalidCredentials");
    }
    limits.logInSucceeded(login);
    return ok(found.user);
  }
}
