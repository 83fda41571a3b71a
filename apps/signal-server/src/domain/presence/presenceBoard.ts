import type { Presence } from "@sightline/protocol";
import type { Connections, Notifier, Scheduler } from "../ports";
import type { Timing } from "../timing";

interface PresencePorts {
  readonly connections: Connections;
  readonly notifier: Notifier;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
  /** Those of `userIds` who are in an answered call. */
  usersInCall(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Accepted contacts: the only ones who may see presence. */
  acceptedContactsOf(userId: string): Promise<readonly string[]>;
}

/** Works out who is online or in a call and tells their contacts when it changes. */
export class PresenceBoard {
  private readonly pushed = new Map<string, Presence>();
  /** Users whose last device left so recently that it may be a page reload. */
  private readonly lingering = new Set<string>();
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly ports: PresencePorts) {}

  async of(userIds: readonly string[]): Promise<ReadonlyMap<string, Presence>> {
    if (userIds.length === 0) return new Map();
    const inCall = await this.ports.usersInCall(userIds);
    const connected = this.ports.connections.among(userIds);
    const presenceOf = (id: string): Presence => {
      if (inCall.has(id)) return "inCall";
      return connected.has(id) || this.lingering.has(id) ? "online" : "offline";
    };
    return new Map(userIds.map((id) => [id, presenceOf(id)]));
  }

  /** Something that may have changed this user's presence has happened. */
  refresh(userId: string): Promise<void> {
    // One at a time per user, so that an older answer of the database never overtakes a newer one.
    const run = (this.running.get(userId) ?? Promise.resolve()).then(() => this.push(userId));
    const settled = run.catch(() => undefined);
    this.running.set(userId, settled);
    void settled.then(() => {
      if (this.running.get(userId) === settled) this.running.delete(userId);
    });
    return run;
  }

  /** A device of the user has disconnected. */
  left(userId: string): void {
    if (this.ports.connections.among([userId]).has(userId)) return;
    this.lingering.add(userId);
    this.ports.scheduler.after(this.ports.timing.presenceGrace, () => {
      this.lingering.delete(userId);
      return this.refresh(userId);
    });
  }

  private async push(userId: string): Promise<void> {
    const presence = (await this.of([userId])).get(userId) ?? "offline";
    if ((this.pushed.get(userId) ?? "offline") === presence) return;
    if (presence === "offline") this.pushed.delete(userId);
    else this.pushed.set(userId, presence);
    for (const contact of await this.ports.acceptedContactsOf(userId)) {
      this.ports.notifier.toUser(contact, "presence:changed", { userId, presence });
    }
  }
}
