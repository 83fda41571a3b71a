import { ok, refused, type Result } from "@sightline/protocol";
import type { Mailer, SecurityEvents } from "../ports";
import type { MailedProofs } from "../proofs/mailedProofs";
import type { Caller } from "../security/securityEvent";
import type { Session, Sessions } from "../sessions/sessions";
import type { Reauthentication } from "../twoFactor/reauthentication";
import type { PasswordRule } from "./passwordRule";
import type { UserRepository } from "./user";

interface PasswordChangePorts {
  readonly users: UserRepository;
  readonly reauthentication: Reauthentication;
  readonly passwords: PasswordRule;
  readonly proofs: MailedProofs;
  readonly sessions: Pick<Sessions, "endOthers">;
  readonly mailer: Mailer;
  readonly security: SecurityEvents;
}

/** Another password for who is logged in and knows the one so far (R30). */
export class PasswordChange {
  constructor(private readonly ports: PasswordChangePorts) {}

  /** Logs out every other device. Refuses as {@link Reauthentication} and {@link PasswordRule} do. */
  async change(
    { id, user }: Session,
    change: { readonly current: string; readonly code?: string | undefined; readonly password: string },
    caller: Caller,
  ): Promise<Result<Record<string, never>>> {
    const { users, reauthentication, passwords, proofs, sessions, mailer, security } = this.ports;
    // First, because a code is used up by proving it, and a password that is refused should cost none.
    const hashed = await passwords.accept(change.password, user);
    if (!hashed.ok) return hashed;
    const proven = await reauthentication.prove(user, { password: change.current, code: change.code }, caller);
    if (!proven.ok) return proven;
    const set = await users.setPasswordHash(user.id, hashed.value, proven.value.passwordVersion);
    if (!set) return refused("auth.invalidCredentials");
    await proofs.revoke(user.id);
    await sessions.endOthers(user.id, id, caller);
    security.record({ kind: "passwordChanged", userId: user.id, ...caller });
    mailer.send(user.email, { kind: "passwordChanged", how: "changed" });
    return ok({});
  }
}
