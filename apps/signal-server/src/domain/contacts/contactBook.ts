import { type Contact, ok, type Presence, type Refusal, refused, type Result } from "@sightline/protocol";
import type { Clock, Limits, Log, Notifier } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import type { BlockRepository } from "./blockList";
import type { Directory } from "../users/peopleSearch";
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
  /** As `userId` has it; null when there is nothing between them. */
  tieOf(userId: string, otherId: string): Promise<ContactTie | null>;
  listOf(userId: string): Promise<readonly ContactTie[]>;
  acceptedOf(userId: string): Promise<readonly string[]>;
}

interface ContactPorts {
  readonly contacts: ContactRepository;
  readonly blocks: BlockRepository;
  readonly users: Pick<UserRepository, "findAll">;
  readonly directory: Pick<Directory, "byUsername">;
  readonly presence: PresenceBoard;
  readonly notifier: Notifier;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly log: Log;
}

/** Who knows whom. Each change is pushed to all devices of both, but never past a block. */
export class ContactBook {
  constructor(private readonly ports: ContactPorts) {}

  async list(me: User): Promise<readonly Contact[]> {
    const { contacts, blocks, users, presence } = this.ports;
    const [all, blocked, blockers] = await Promise.all([
      contacts.listOf(me.id),
      blocks.blockedBy(me.id),
      blocks.blockersOf(me.id),
    ]);
    const ties = all.filter((tie) => !blocked.includes(tie.otherId));
    const people = await users.findAll(ties.map((tie) => tie.otherId));
    const seen = ties.filter((tie) => tie.accepted && !blockers.has(tie.otherId));
    const present = await presence.of(seen.map((tie) => tie.otherId));
    return ties.flatMap((tie): Contact[] => {
      const other = people.get(tie.otherId);
      return other ? [contactOf(me, other, tie, present.get(other.id))] : [];
    });
  }

  /**
   * Refuses with `user.notFound`, `contact.self`, `contact.exists`, `contact.blocked` (by myself), `rate.limited`. To
   * somebody who has blocked me the request looks sent, and is shown to them when they unblock me.
   */
  async request(me: User, username: string): Promise<Result<Contact>> {
    const { contacts, blocks, directory, clock, log } = this.ports;
    const limited = await this.limit(me.id);
    if (limited) return { ok: false, error: limited };
    const other = await directory.byUsername(username);
    if (!other) return refused("user.notFound", { field: "username" });
    if (other.id === me.id) return refused("contact.self", { field: "username" });
    if (await blocks.has(me.id, other.id)) return refused("contact.blocked", { field: "username" });
    // Whoever was declined may ask again, but not again and again.
    const often = await this.ports.limits.take("contactPair", `${me.id} ${other.id}`);
    if (often) return { ok: false, error: often };
    const outcome = await contacts.request(me.id, other.id, clock.now());
    if (outcome === "exists") return refused("contact.exists", { field: "username" });
    log.info("contact requested", { user: me.id, reason: outcome });
    const mine = await this.tell(me, other);
    return mine ? ok(mine) : refused("contact.notFound");
  }

  /** Refuses with `contact.notFound` when that person has no open request to me, or I have blocked them. */
  async accept(me: User, otherId: string): Promise<Result<Contact>> {
    const { contacts, blocks, users, clock } = this.ports;
    if (await blocks.has(me.id, otherId)) return refused("contact.notFound");
    const accepted = await contacts.accept(me.id, otherId, clock.now());
    const other = accepted ? (await users.findAll([otherId])).get(otherId) : undefined;
    const mine = other && (await this.tell(me, other));
    return mine ? ok(mine) : refused("contact.notFound");
  }

  /** Declines, withdraws or removes. Refuses with `contact.notFound`. */
  async remove(me: User, otherId: string): Promise<Result<Record<string, never>>> {
    if (!(await this.ports.contacts.remove(me.id, otherId))) return refused("contact.notFound");
    this.ports.notifier.toUser(me.id, "contact:removed", { userId: otherId });
    this.ports.notifier.toUser(otherId, "contact:removed", { userId: me.id });
    return ok({});
  }

  /** Tells both of a tie that came with an invitation. */
  async announceInvited(me: User, inviterId: string): Promise<void> {
    const inviter = (await this.ports.users.findAll([inviterId])).get(inviterId);
    if (inviter) await this.tell(me, inviter);
  }

  /** Tells both what is between them now, and answers how I see it; null when I see nothing (any more). */
  async tell(me: User, other: User): Promise<Contact | null> {
    const [mine] = await Promise.all([this.tellOne(me, other), this.tellOne(other, me)]);
    return mine;
  }

  private async tellOne(viewer: User, other: User): Promise<Contact | null> {
    const { contacts, blocks, presence, notifier } = this.ports;
    const [tie, hidden, hides] = await Promise.all([
      contacts.tieOf(viewer.id, other.id),
      blocks.has(viewer.id, other.id),
      blocks.has(other.id, viewer.id),
    ]);
    if (!tie || hidden) return null;
    const present = tie.accepted && !hides ? (await presence.of([other.id])).get(other.id) : undefined;
    const contact = contactOf(viewer, other, tie, present);
    notifier.toUser(viewer.id, "contact:changed", contact);
    return contact;
  }

  private async limit(userId: string): Promise<Refusal | null> {
    const { limits } = this.ports;
    return (await limits.take("contactRequest", userId)) ?? (await limits.take("contactDay", userId));
  }
}

/** @param presence where `me` may see it */
function contactOf(me: User, other: User, tie: ContactTie, presence: Presence = "offline"): Contact {
  const state = tie.accepted ? "accepted" : tie.requestedBy === me.id ? "outgoing" : "incoming";
  return { user: summaryOf(other), state, presence };
}
