import { ok, refused, type Result, type UserSummary } from "@sightline/protocol";
import type { Clock, Log, Notifier } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import { summaryOf, type User, type UserRepository } from "../users/user";
import type { ContactBook, ContactRepository } from "./contactBook";

export interface BlockRepository {
  /** Changes nothing where the block stands already. */
  add(blockerId: string, blockedId: string, at: Date): Promise<void>;
  /** False when there was no such block. */
  remove(blockerId: string, blockedId: string): Promise<boolean>;
  /** Whom this person has blocked, the latest first. */
  blockedBy(blockerId: string): Promise<readonly string[]>;
  /** Who has blocked this person. */
  blockersOf(blockedId: string): Promise<ReadonlySet<string>>;
  has(blockerId: string, blockedId: string): Promise<boolean>;
}

interface BlockPorts {
  readonly blocks: BlockRepository;
  readonly contacts: Pick<ContactRepository, "tieOf" | "remove">;
  readonly users: Pick<UserRepository, "findAll">;
  readonly book: Pick<ContactBook, "tell">;
  readonly presence: Pick<PresenceBoard, "refresh">;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Whom people do not want to hear of. The blocked person keeps what they see of the blocker, who is offline from then on:
 * nothing tells them. What was between the two stays stored, and is there again after the block.
 */
export class BlockList {
  constructor(private readonly ports: BlockPorts) {}

  async list(me: User): Promise<readonly UserSummary[]> {
    const ids = await this.ports.blocks.blockedBy(me.id);
    const people = await this.ports.users.findAll(ids);
    return ids.flatMap((id) => people.get(id) ?? []).map(summaryOf);
  }

  /** Refuses with `user.notFound` and `contact.self`. */
  async block(me: User, otherId: string): Promise<Result<Record<string, never>>> {
    const { blocks, contacts, users, notifier, clock, log } = this.ports;
    if (otherId === me.id) return refused("contact.self");
    const other = (await users.findAll([otherId])).get(otherId);
    if (!other) return refused("user.notFound");
    await blocks.add(me.id, other.id, clock.now());
    log.info("person blocked", { user: me.id });
    const tie = await contacts.tieOf(me.id, other.id);
    notifier.toUser(me.id, "contact:removed", { userId: other.id });
    if (!tie) return ok({});
    if (tie.accepted) {
      // What is on its way of my presence must not come after the last word about it.
      await this.ports.presence.refresh(me.id);
      notifier.toUser(other.id, "presence:changed", { userId: me.id, presence: "offline" });
    }
    // My own open request goes, as if I had withdrawn it: they could answer it, and would learn that nothing comes of it.
    if (!tie.accepted && tie.requestedBy === me.id && (await contacts.remove(me.id, other.id))) {
      notifier.toUser(other.id, "contact:removed", { userId: me.id });
    }
    return ok({});
  }

  /** Refuses with `contact.notFound` where there is no block. */
  async unblock(me: User, otherId: string): Promise<Result<Record<string, never>>> {
    const { blocks, users, book, log } = this.ports;
    if (!(await blocks.remove(me.id, otherId))) return refused("contact.notFound");
    log.info("person unblocked", { user: me.id });
    const other = (await users.findAll([otherId])).get(otherId);
    if (other) await book.tell(me, other);
    return ok({});
  }
}
