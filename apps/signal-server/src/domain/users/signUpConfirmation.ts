import { ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Limits, Mailer, Scheduler, SecurityEvents } from "../ports";
import type { PreparedProof, ShownProof } from "../proofs/mailedProof";
import type { MailedProofs } from "../proofs/mailedProofs";
import type { Caller } from "../security/securityEvent";
import type { Timing } from "../timing";
import type { Accounts, SignUp } from "./accounts";
import { NOBODY_ID, type User, type UserRepository } from "./user";

interface SignUpConfirmationPorts {
  readonly confirmationRequired: boolean;
  readonly users: UserRepository;
  readonly accounts: Accounts;
  readonly proofs: MailedProofs;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly limits: Limits;
  readonly mailer: Mailer;
  readonly scheduler: Scheduler;
  readonly security: SecurityEvents;
}

type Done = Result<Record<string, never>>;

/** Sign-up, where the server wants it confirmed by a mail to the new account's address. */
export class SignUpConfirmation {
  constructor(private readonly ports: SignUpConfirmationPorts) {}

  /**
   * With confirmation the answer to a good form is always `auth.unconfirmed`, and all else one could ask afterwards is the
   * same, too: an account is made also for an address that has one, whose owner gets another mail (R21).
   */
  async signUp(input: SignUp, caller: Caller): Promise<Result<User>> {
    const { accounts, limits, proofs, scheduler, confirmationRequired } = this.ports;
    if (!confirmationRequired) return accounts.signUp(input, caller);
    const prepared = await proofs.prepare();
    if (!prepared.ok) return prepared;
    const made = await accounts.signUp({ ...input, unconfirmed: true }, caller);
    if (!made.ok) return made;
    scheduler.after(0, async () => {
      // Signing up again and again must not fill a stranger's mailbox.
      if (!(await limits.take("proofAskFor", input.email))) await this.send(made.value, prepared.value);
    });
    return refused("auth.unconfirmed");
  }

  /** Another mail; the same answer for every login. */
  async askAgain(login: string, caller: Caller): Promise<Done> {
    const { limits, proofs, scheduler, users } = this.ports;
    const limited = (await limits.take("proofAsk", caller.address)) ?? (await limits.take("proofAskFor", login));
    if (limited) return { ok: false, error: limited };
    const prepared = await proofs.prepare();
    if (!prepared.ok) return prepared;
    scheduler.after(0, async () => {
      const found = await users.credentialsOf(login);
      if (found?.unconfirmed) await this.send(found.user, prepared.value);
    });
    return ok({});
  }

  /** By the code and the name one logs in with, or by the secret of the link. From then on one can log in. */
  async confirm(shown: { token: string } | { login: string; code: string }, caller: Caller): Promise<Done> {
    const { limits, proofs, users, accounts, security } = this.ports;
    const byAddress = await limits.take("proofUse", caller.address);
    const limited = byAddress ?? ("login" in shown ? await limits.take("proofUseFor", shown.login) : null);
    if (limited) return { ok: false, error: limited };
    const checked = await proofs.check("signUp", await this.owned(shown));
    const taken = checked.ok ? await proofs.take(checked.value) : checked;
    if (!taken.ok) return taken;
    const { userId } = taken.value;
    const user = (await users.findAll([userId])).get(userId);
    if (!user || !(await accounts.confirm(user))) return refused("proof.invalid");
    security.record({ kind: "emailConfirmed", userId, ...caller });
    return ok({});
  }

  /** Removes accounts that were never confirmed, so that names and addresses are free again. */
  sweep(): Promise<void> {
    const { users, clock, timing } = this.ports;
    return users.removeUnconfirmedBefore(new Date(clock.now().getTime() - timing.unconfirmedKept));
  }

  private async owned(shown: { token: string } | { login: string; code: string }): Promise<ShownProof> {
    if ("token" in shown) return shown;
    const found = await this.ports.users.credentialsOf(shown.login);
    return { userId: found?.user.id ?? NOBODY_ID, code: shown.code };
  }

  private async send(user: User, prepared: PreparedProof): Promise<void> {
    const { users, proofs, mailer } = this.ports;
    const owner = await users.credentialsOf(user.email);
    if (owner && !owner.unconfirmed) return mailer.send(user.email, { kind: "addressTaken" });
    mailer.send(user.email, { kind: "signUp", ...(await proofs.issue("signUp", user, prepared)) });
  }
}
