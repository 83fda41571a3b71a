import { type Contact, ok, refused, type Result } from "@sightline/protocol";
import type { Clock, Limits, Log, Notifier } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import { summaryOf, type User, type UserRepository } from "../users/user";

/** The tie between two people: asked for by one, accepted or not yet. */
export interface ContactTie {
  readonly otherId: string;
  readonly requestedBy: string;
  readonly accepted: boolean;
}

export interface ContactRepository {
  /** Atomic: of two people who ask each other at the same moment, one request becomes the acceptance of the other. */
  request(fromId: string, toId: string, at: Date): Promise<"requested" | "accepted" | "exists">;
  /** False when there is no open request of `requesterId` to `userId`. */
  accept(userId: string, requesterId: string, at: Date): Promise<boolean>;
  /** False when there was nothing between them. */
  remove(userId: string, otherId: string): Promise<boolean>;
  areAccepted(userId: string, otherId: string): Promise<boolean>;
  listOf(userId: string): Promise<readonly ContactTie[]>;
  acceptedOf(userId: string): Promise<readonly string[]>;
}

interface ContactPorts {
  readonly contacts: ContactRepository;
  readonly users: UserRepository;
  readonly presence: PresenceBoard;
  readonly notifier: Notifier;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who knows whom. Each change is pushed to all devices of both. */
export class ContactBook {
  constructor(private readonly ports: ContactPorts) {}

  async list(me: User): Promise<readonly Contact[]> {
    const { contacts, users, presence } = this.ports;
    const ties = await contacts.listOf(me.id);
    const people = await users.findAll(ties.map((tie) => tie.otherId));
    const present = await presence.of(ties.filter((tie) => tie.accepted).map((tie) => tie.otherId));
    return ties.flatMap((tie): Contact[] => {
      const other = people.get(tie.otherId);
      if (!other) return [];
      const state = tie.accepted ? "accepted" : tie.requestedBy === me.id ? "outgoing" : "incoming";
      return [{ user: summaryOf(other), state, presence: present.get(other.id) ?? "offline" }];
    });
  }

  /** Refuses with `user.notFound`, `contact.self`, `contact.exists`, `rate.limited`. */
  async request(me: User, username: string): Promise<Result<Contact>> {
    const { contacts, users, limits, clock, log } = this.ports;
    const limited = await limits.take("contactRequest", me.id);
    if (limited) return { ok: false, error: limited };
    const other = await users.findByUsername(username);
    if (!other) return refused("user.notFound", { field: "username" });
    if (other.id === me.id) return refused("contact.self", { field: "username" });
    const outcome = await contacts.request(me.id, other.id, clock.now());
    if (outcome === "exists") return refused("contact.exists", { field: "username" });
    log.info("contact requested", { user: me.id, reason: outcome });
    if (outcome === "accepted") return ok(await this.announceAccepted(me, other));
    const mine: Contact = { user: summaryOf(other), state: "outgoing", presence: "offline" };
    this.ports.notifier.toUser(me.id, "contact:changed", mine);
    this.ports.notifier.toUser(other.id, "contact:changed", {
      user: summaryOf(me),
      state: "incoming",
      presence: "offline",
    });
    return ok(mine);
  }

  /** Refuses with `contact.notFound` when that person has no open request to me. */
  async accept(me: User, otherId: string): Promise<Result<Contact>> {
    const { contacts, users, clock } = this.ports;
    const accepted = await contacts.accept(me.id, otherId, clock.now());
    const other = accepted ? (await users.findAll([otherId])).get(otherId) : undefined;
    return other ? ok(await this.announceAccepted(me, other)) : refused("contact.notFound");
  }

  /** Declines, withdraws or removes. Refuses with `contact.notFound`. */
  async remove(me: User, otherId: string): Promise<Result<Record<string, never>>> {
    if (!(await this.ports.contacts.remove(me.id, otherId))) return refused("contact.notFound");
    this.ports.notifier.toUser(me.id, "contact:removed", { userId: otherId });
    this.ports.notifier.toUser(otherId, "contact:removed", { userId: me.id });
    return ok({});
  }

  private async announceAccepted(me: User, other: User): Promise<Contact> {
    const present = await this.ports.presence.of([me.id, other.id]);
    const seen = (user: User): Contact => ({
      user: summaryOf(user),
      state: "accepted",
      presence: present.get(user.id) ?? "offline",
    });
    this.ports.notifier.toUser(me.id, "contact:changed", seen(other));
    this.ports.notifier.toUser(other.id, "contact:changed", seen(me));
    return seen(other);
  }
}
