import { ok, type Refusal, refused, type Result } from "@sightline/protocol";
import type { Clock, Ids, Limits, SecurityEvents } from "../ports";
import type { Caller } from "../security/securityEvent";
import type { User, UserRepository } from "../users/user";
import type { TwoFactor } from "./twoFactor";
import type { TicketRepository } from "./twoFactorRepository";

interface SecondStepPorts {
  readonly tickets: TicketRepository;
  readonly users: Pick<UserRepository, "findAll">;
  readonly twoFactor: TwoFactor;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly security: SecurityEvents;
}

/** Time for the second step. */
const TICKET_MS = 300_000;
const ATTEMPTS = 5;

/** Between the right password and the session: whoever has the ticket may try a few codes, and nothing else. */
export class SecondStep {
  constructor(private readonly ports: SecondStepPorts) {}

  /** For somebody who has just proved their password. Answers the ticket, which is not kept. */
  async begin(user: User): Promise<string> {
    const { tickets, ids, clock } = this.ports;
    const ticket = ids.secret();
    const expiresAt = new Date(clock.now().getTime() + TICKET_MS);
    const { id: userId, passwordVersion } = user;
    await tickets.add({ digest: ids.digest(ticket), userId, passwordVersion, attemptsLeft: ATTEMPTS, expiresAt });
    return ticket;
  }

  /** Refuses with `auth.ticketExpired`, `auth.invalidCode`, and `rate.limited` as after wrong passwords. */
  async finish(ticket: string, code: string, caller: Caller): Promise<Result<User>> {
    const { tickets, users, ids, clock } = this.ports;
    const digest = ids.digest(ticket);
    const holder = await tickets.holderOf(digest, clock.now());
    if (holder === null) return refused("auth.ticketExpired");
    const { userId, passwordVersion } = holder;
    const wrong = await this.prove(userId, code, caller, () => tickets.takeAttempt(digest));
    if (wrong) return { ok: false, error: wrong };
    const user = (await users.findAll([userId])).get(userId);
    if (!user || !(await tickets.remove(digest))) return refused("auth.ticketExpired");
    return ok({ ...user, passwordVersion });
  }

  /** Null when the code was right, and then it is used. Failures are counted by account, apart from wrong passwords. */
  async prove(
    userId: string,
    code: string,
    caller: Caller,
    mayTry: () => Promise<boolean> = async () => true,
  ): Promise<Refusal | null> {
    const { twoFactor, limits, security } = this.ports;
    const counted = `code of ${userId}`;
    const pause = await limits.tryLogIn(counted);
    if (pause) return pause;
    if (!(await mayTry())) return { code: "auth.ticketExpired" };
    if (await twoFactor.use(userId, code, caller)) {
      await limits.logInSucceeded(counted);
      return null;
    }
    security.record({ kind: "twoFactorFailed", userId, ...caller });
    return { code: "auth.invalidCode", field: "code" };
  }

  sweep(): Promise<void> {
    return this.ports.tickets.removeExpired(this.ports.clock.now());
  }
}
