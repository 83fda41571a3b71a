import { ok, refused, type Result } from "@sightline/protocol";
import type { Limits, Mailer, Scheduler, SecurityEvents } from "../ports";
import type { PreparedProof, ShownProof } from "../proofs/mailedProof";
import type { MailedProofs } from "../proofs/mailedProofs";
import type { Caller } from "../security/securityEvent";
import type { Sessions } from "../sessions/sessions";
import type { PasswordRule } from "./passwordRule";
import type { Accounts } from "./accounts";
import type { UserRepository } from "./user";

interface PasswordResetPorts {
  readonly users: UserRepository;
  readonly accounts: Pick<Accounts, "confirm">;
  readonly proofs: MailedProofs;
  readonly passwords: PasswordRule;
  readonly sessions: Pick<Sessions, "endOthers">;
  readonly limits: Limits;
  readonly mailer: Mailer;
  readonly scheduler: Scheduler;
  readonly security: SecurityEvents;
}

type Done = Result<Record<string, never>>;

/** A new password for who has forgotten theirs and reads their mail (R27). */
export class PasswordReset {
  constructor(private readonly ports: PasswordResetPorts) {}

  /** Says nothing about whether the address has an account, neither by its answer nor by its time (R21). */
  async ask(email: string, caller: Caller): Promise<Done> {
    const { limits, proofs, scheduler } = this.ports;
    const limited = (await limits.take("proofAsk", caller.address)) ?? (await limits.take("proofAskFor", email));
    if (limited) return { ok: false, error: limited };
    const prepared = await proofs.prepare();
    if (!prepared.ok) return prepared;
    // All that depends on there being an account happens after the answer.
    scheduler.after(0, () => this.send(email, prepared.value, caller));
    return ok({});
  }

  private async send(email: string, prepared: PreparedProof, caller: Caller): Promise<void> {
    const { users, proofs, mailer, security } = this.ports;
    const user = (await users.credentialsOf(email))?.user;
    if (!user) return;
    const secrets = await proofs.issue("password", user, prepared);
    security.record({ kind: "passwordResetAsked", userId: user.id, ...caller });
    mailer.send(user.email, { kind: "passwordReset", ...secrets });
  }

  /**
   * Sets the password and logs out every device. `proof.invalid` for whatever is wrong with the proof; a password that is
   * refused leaves it good for another one.
   */
  async use(shown: ShownProof, password: string, caller: Caller): Promise<Done> {
    const { users, accounts, proofs, passwords, sessions, mailer, security } = this.ports;
    const limited = await this.limitUse(shown, caller);
    if (limited) return limited;
    const checked = await proofs.check("password", shown);
    if (!checked.ok) return checked;
    const user = (await users.findAll([checked.value.userId])).get(checked.value.userId);
    if (!user) return refused("proof.invalid");
    const hashed = await passwords.accept(password, user);
    if (!hashed.ok) return hashed;
    const taken = await proofs.take(checked.value);
    if (!taken.ok) return taken;
    // It proves what a confirmation of the sign-up would.
    if (!(await accounts.confirm(user))) return refused("proof.invalid");
    await users.setPasswordHash(user.id, hashed.value);
    await proofs.revoke(user.id);
    await sessions.endOthers(user.id, null, caller);
    security.record({ kind: "passwordReset", userId: user.id, ...caller });
    mailer.send(user.email, { kind: "passwordChanged", how: "reset" });
    return ok({});
  }

  private async limitUse(shown: ShownProof, caller: Caller): Promise<Result<never> | null> {
    const { limits } = this.ports;
    const byAddress = await limits.take("proofUse", caller.address);
    const limited = byAddress ?? ("email" in shown ? await limits.take("proofUseFor", shown.email) : null);
    return limited && { ok: false, error: limited };
  }
}
