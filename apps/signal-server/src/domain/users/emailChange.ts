import { ok, refused, type Result } from "@sightline/protocol";
import type { Limits, Mailer, Scheduler, SecurityEvents } from "../ports";
import type { MailedProof, PreparedProof, ShownProof } from "../proofs/mailedProof";
import type { MailedProofs } from "../proofs/mailedProofs";
import type { Caller } from "../security/securityEvent";
import type { Reauthentication, ShownAgain } from "../twoFactor/reauthentication";
import { addressRefusal, type SignUpRules } from "./signUpPolicy";
import type { User, UserRepository } from "./user";

interface EmailChangePorts {
  readonly users: UserRepository;
  readonly reauthentication: Reauthentication;
  readonly signUp: SignUpRules;
  readonly proofs: MailedProofs;
  readonly limits: Limits;
  readonly mailer: Mailer;
  readonly scheduler: Scheduler;
  readonly security: SecurityEvents;
}

/** Another e-mail address, once its owner has proved that they read it (R30). */
export class EmailChange {
  constructor(private readonly ports: EmailChangePorts) {}

  /**
   * Mails a code and a link to the new address, or to the one they have, which they prove to read by it. Says nothing
   * about whether somebody else has it: that person is told instead.
   * Refuses as {@link Reauthentication} does, and with `signUp.domain` for an address of a domain the server does not take.
   */
  async ask(
    user: User,
    change: ShownAgain & { readonly email: string },
    caller: Caller,
  ): Promise<Result<Record<string, never>>> {
    const { reauthentication, limits, proofs, scheduler, signUp } = this.ports;
    const barred = addressRefusal(signUp, change.email);
    if (barred) return { ok: false, error: barred };
    const proven = await reauthentication.prove(user, change, caller);
    if (!proven.ok) return proven;
    const limited = (await limits.take("proofAskFor", user.id)) ?? (await limits.take("proofAskFor", change.email));
    if (limited) return { ok: false, error: limited };
    const prepared = await proofs.prepare();
    if (!prepared.ok) return prepared;
    scheduler.after(0, () => this.send(user, change.email, prepared.value, caller));
    return ok({});
  }

  private async send(user: User, email: string, prepared: PreparedProof, caller: Caller): Promise<void> {
    const { users, proofs, mailer, security } = this.ports;
    security.record({ kind: "emailChangeAsked", userId: user.id, ...caller });
    const holder = await users.credentialsOf(email);
    const taken = holder && !holder.unconfirmed && holder.user.id !== user.id;
    if (taken) return mailer.send(email, { kind: "addressTaken" });
    mailer.send(email, { kind: "emailChange", ...(await proofs.issue("email", { id: user.id, email }, prepared)) });
  }

  /** By the code, typed where one is logged in. */
  async confirmByCode(user: User, code: string, caller: Caller): Promise<Result<User>> {
    const limited = await this.ports.limits.take("proofUseFor", user.id);
    if (limited) return { ok: false, error: limited };
    return this.confirm({ userId: user.id, code }, caller);
  }

  /** By the secret of the link, wherever it was opened. */
  async confirmByLink(token: string, caller: Caller): Promise<Result<User>> {
    const limited = await this.ports.limits.take("proofUse", caller.address);
    if (limited) return { ok: false, error: limited };
    return this.confirm({ token }, caller);
  }

  private async confirm(shown: ShownProof, caller: Caller): Promise<Result<User>> {
    const { users, proofs } = this.ports;
    const checked = await proofs.check("email", shown);
    if (!checked.ok) return checked;
    const user = (await users.findAll([checked.value.userId])).get(checked.value.userId);
    const taken = user ? await proofs.take(checked.value) : refused("proof.invalid");
    if (!user || !taken.ok) return refused("proof.invalid");
    return this.change(user, checked.value, caller);
  }

  private async change(user: User, { email }: MailedProof, caller: Caller): Promise<Result<User>> {
    const { users, proofs, mailer, security } = this.ports;
    // Whoever came first has it; this person reads the address, so they may know.
    if (!(await users.setEmail(user.id, email))) return refused("auth.taken", { field: "email" });
    const proved = { ...user, email, emailProved: true };
    if (email === user.email) {
      security.record({ kind: "emailConfirmed", userId: user.id, ...caller });
      return ok(proved);
    }
    // What was mailed to the old address must not open the account any more.
    await proofs.revoke(user.id);
    security.record({ kind: "emailChanged", userId: user.id, ...caller });
    mailer.send(user.email, { kind: "emailChanged" });
    return ok(proved);
  }
}
