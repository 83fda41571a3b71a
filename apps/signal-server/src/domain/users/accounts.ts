import { ok, passwordFault, refused, type Result } from "@sightline/protocol";
import type { Clock, Hasher, Ids, Limits, Scheduler, SecurityEvents } from "../ports";
import type { Caller } from "../security/securityEvent";
import type { PasswordRule } from "./passwordRule";
import type { InvitationRepository } from "./invitations";
import { type SignUpRules, signUpRefusal } from "./signUpPolicy";
import type { Credentials, NewUser, User, UserRepository } from "./user";

interface AccountsPorts {
  readonly users: UserRepository;
  readonly hasher: Hasher;
  readonly passwords: PasswordRule;
  readonly invitations: Pick<InvitationRepository, "redeem">;
  readonly signUp: SignUpRules;
  /** Tells both that they are contacts now. */
  readonly announceContact: (user: User, inviterId: string) => Promise<void>;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly security: SecurityEvents;
  readonly scheduler: Scheduler;
}

export interface SignUp {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  /** They cannot log in before they have confirmed their address. */
  readonly unconfirmed?: boolean;
  /** Secret of an invitation. */
  readonly invitation?: string | undefined;
}

/** Making accounts and proving who one is. */
export class Accounts {
  constructor(private readonly ports: AccountsPorts) {}

  /**
   * Refuses with `auth.taken` (field `username` or `email`), by the server's policy with `signUp.closed`, `signUp.invitation`
   * and `signUp.domain`, and with what {@link PasswordRule} refuses with.
   */
  async signUp(input: SignUp, caller: Caller): Promise<Result<User>> {
    const { passwords, ids, clock, security, signUp } = this.ports;
    const barred = signUpRefusal(signUp, input.email, input.invitation !== undefined);
    if (barred) return { ok: false, error: barred };
    const hashed = await passwords.accept(input.password, input);
    if (!hashed.ok) return hashed;
    const { name, username, email } = input;
    const fresh = { emailProved: false, pictureId: null, guestOf: null, passwordVersion: 0 };
    const user = { id: ids.uuid(), name, username, email, ...fresh };
    const made = { ...user, passwordHash: hashed.value, createdAt: clock.now(), unconfirmed: input.unconfirmed };
    const stored = await this.store(made, input.invitation);
    if (!stored.ok) return stored;
    security.record({ kind: "accountMade", userId: user.id, ...caller });
    if (stored.value.inviterId !== null) await this.ports.announceContact(user, stored.value.inviterId);
    return ok(user);
  }

  private async store(user: NewUser, invitation: string | undefined): Promise<Result<{ inviterId: string | null }>> {
    const { users, invitations, ids, signUp } = this.ports;
    const outcome =
      invitation === undefined
        ? await users.add(user)
        : await invitations.redeem(ids.digest(invitation), user, signUp.policy === "closed");
    if (outcome === "added") return ok({ inviterId: null });
    if (outcome === "invitation") return refused("signUp.invitation", { field: "invitation" });
    return typeof outcome === "string" ? refused("auth.taken", { field: outcome }) : ok(outcome);
  }

  /** They have proved to read their address; false: somebody else has proved that before. */
  async confirm(user: User): Promise<boolean> {
    const { users, clock, announceContact } = this.ports;
    const confirmed = await users.confirm(user.id, clock.now());
    if (confirmed === "email") return false;
    if (confirmed.inviterId !== null) await announceContact(user, confirmed.inviterId);
    return true;
  }

  /**
   * `login` is a username or an e-mail address. Unknown names cost as much time as wrong passwords and give the same
   * `auth.invalidCredentials`; repeated failures give `rate.limited` with a growing wait (NIST SP 800-63B 5.2.2). `auth.unconfirmed` comes only with the right password.
   */
  async logIn(login: string, password: string, caller: Caller): Promise<Result<User>> {
    const { users, hasher, limits, security } = this.ports;
    const pause = await limits.tryLogIn(login);
    if (pause) return { ok: false, error: pause };
    const found = await users.credentialsOf(login);
    const matched = await hasher.matches(password, found?.passwordHash ?? null);
    if (!matched.ok) {
      await limits.logInUnjudged(login);
      return matched;
    }
    // A password the hash would cut off was never accepted at sign up, so it cannot be right here.
    if (!found || !matched.value || passwordFault(password, 0)) {
      security.record({ kind: "logInFailed", userId: found?.user.id, ...caller });
      return refused("auth.invalidCredentials");
    }
    await limits.logInSucceeded(login);
    if (found.unconfirmed) return refused("auth.unconfirmed");
    // Nobody waits for it, and one that finds the queue full is done at another log-in.
    if (hasher.isOutdated(found.passwordHash)) this.ports.scheduler.after(0, () => this.renew(found, password));
    return ok(found.user);
  }

  /** The only moment at which a password is known is a log-in, so it is then that its hash grows with the configuration. */
  private async renew({ user, passwordHash }: Credentials, password: string): Promise<void> {
    const renewed = await this.ports.hasher.hash(password);
    if (renewed.ok) await this.ports.users.renewHash(user.id, passwordHash, renewed.value);
  }
}
