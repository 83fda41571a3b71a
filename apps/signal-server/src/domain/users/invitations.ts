import { type Invitation, ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Ids, Limits, Log } from "../ports";
import type { Timing } from "../timing";
import type { SignUpRules } from "./signUpPolicy";
import type { NewUser, User } from "./user";

export interface NewInvitation {
  readonly id: string;
  /** Null: the operator's. */
  readonly inviterId: string | null;
  readonly tokenDigest: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export type StoredInvitation = Pick<NewInvitation, "id" | "createdAt" | "expiresAt">;

export interface InvitationRepository {
  /** False when this person has `most` open ones already. */
  add(invitation: NewInvitation, most: number): Promise<boolean>;
  /** Open at `now`, newest first. */
  listOf(inviterId: string, now: Date): Promise<readonly StoredInvitation[]>;
  /** False when this person has no such invitation. */
  remove(inviterId: string, id: string): Promise<boolean>;
  removeExpired(now: Date): Promise<void>;
  /** The one for the first account, in place of the one before; null: none any more. */
  setFirst(invitation: NewInvitation | null): Promise<void>;
  /**
   * Uses the invitation up, stores the account and makes the two contacts (`inviterId`), all or nothing: of two who use it
   * at once one wins. An account that must be confirmed only holds the invitation, which is good again when the account
   * goes, and makes no contact yet. Names what stands in the way instead.
   */
  redeem(
    tokenDigest: string,
    user: NewUser,
    operatorsOnly: boolean,
  ): Promise<{ readonly inviterId: string | null } | "invitation" | "username" | "email">;
  /** Is there anybody who can log in? */
  anyAccount(): Promise<boolean>;
}

interface InvitationPorts {
  readonly invitations: InvitationRepository;
  readonly signUp: SignUpRules;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly timing: Timing;
  readonly log: Log;
}

/** Always the same, so that of the one for the first account there is never more than one. */
export const FIRST_INVITATION_ID = "00000000-0000-4000-8000-000000000001";

/** Open invitations one person may have. */
const MOST_OPEN = 20;

const seen = ({ id, createdAt, expiresAt }: StoredInvitation): Invitation => ({
  id,
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

/** Invitations to make an account: single use, of limited life, kept as digests. */
export class Invitations {
  constructor(private readonly ports: InvitationPorts) {}

  /** Refuses with `signUp.closed`, `rate.limited`, `invitation.tooMany`. */
  async make(me: User): Promise<Result<Invitation & { token: string }>> {
    const { invitations, signUp, limits, log } = this.ports;
    if (signUp.policy === "closed") return refused("signUp.closed");
    const limited = await limits.take("invitation", me.id);
    if (limited) return { ok: false, error: limited };
    const { token, ...made } = this.fresh(me.id);
    if (!(await invitations.add(made, MOST_OPEN))) return refused("invitation.tooMany");
    log.info("invitation made", { user: me.id });
    return ok({ ...seen(made), token });
  }

  async list(me: User): Promise<readonly Invitation[]> {
    return (await this.ports.invitations.listOf(me.id, this.ports.clock.now())).map(seen);
  }

  /** Refuses with `invitation.notFound`. */
  async withdraw(me: User, id: string): Promise<Result<Record<string, never>>> {
    return (await this.ports.invitations.remove(me.id, id)) ? ok({}) : refused("invitation.notFound");
  }

  /** The operator's, for the first account where not everybody may make one; null: it is not needed. */
  async makeFirst(): Promise<string | null> {
    const { invitations, signUp } = this.ports;
    if (signUp.policy === "open" || (await invitations.anyAccount())) {
      await invitations.setFirst(null);
      return null;
    }
    const { token, ...made } = this.fresh(null);
    await invitations.setFirst({ ...made, id: FIRST_INVITATION_ID });
    return token;
  }

  /** The operator's for anybody, whatever the policy. Whoever uses it becomes nobody's contact. */
  async makeForOperator(): Promise<{ token: string; expiresAt: Date }> {
    const { token, ...made } = this.fresh(null);
    await this.ports.invitations.add(made, Number.POSITIVE_INFINITY);
    return { token, expiresAt: made.expiresAt };
  }

  sweep(): Promise<void> {
    return this.ports.invitations.removeExpired(this.ports.clock.now());
  }

  private fresh(inviterId: string | null): NewInvitation & { token: string } {
    const { ids, clock, timing } = this.ports;
    const [token, createdAt] = [ids.secret(), clock.now()];
    const expiresAt = new Date(createdAt.getTime() + timing.invitationLife);
    return { id: ids.uuid(), inviterId, token, tokenDigest: ids.digest(token), createdAt, expiresAt };
  }
}
