import type { Presence } from "@sightline/protocol";
import type { Cancel, Connections, Notifier, Party, Scheduler } from "../ports";
import type { Timing } from "../timing";
import { presenceOf } from "./presenceOf";

interface PresencePorts {
  readonly connections: Connections;
  readonly notifier: Notifier;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
  /** Do others tell of these people, too? Then nothing is known of what was told last. */
  readonly oneOfMany: boolean;
  /** The device with which each of `userIds` is in an answered call; who is in none is left out. */
  devicesInCall(userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Those of `userIds` who do not want to be disturbed. */
  quietAmong(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Who may see a person's presence, which is also whose presence that person may see. */
  watchersOf(userId: string): Promise<readonly string[]>;
}

interface Lingering {
  readonly idle: boolean;
  /** Ends its grace before the time. */
  readonly end: Cancel;
}

/** Few, because all other work goes on meanwhile. */
const RETOLD_AT_ONCE = 4;

/** `listed`: what was shown last to somebody who asked was not told to those who watch. */
type Told = Presence | "listed";

/** Works out who is there or in a call and tells their contacts when it changes. */
export class PresenceBoard {
  private readonly told = new Map<string, Told>();
  /** Devices, by user, that have left so recently that it may be a page reload. */
  private readonly lingering = new Map<string, Map<string, Lingering>>();
  private readonly running = new Map<string, Promise<void>>();
  /** Users who are looked at again shortly. */
  private readonly again = new Set<string>();

  constructor(private readonly ports: PresencePorts) {}

  async of(userIds: readonly string[]): Promise<ReadonlyMap<string, Presence>> {
    if (userIds.length === 0) return new Map();
    const [inCall, quiet, devices] = await Promise.all([
      this.ports.devicesInCall(userIds),
      this.ports.quietAmong(userIds),
      this.ports.connections.devicesOf(userIds),
    ]);
    const found = new Map<string, Presence>();
    for (const id of userIds) {
      const here = new Map([...(this.lingering.get(id) ?? []), ...(devices.get(id) ?? [])]);
      const presence = presenceOf({ devices: here, inCallWith: inCall.get(id) ?? null, quiet: quiet.has(id) });
      found.set(id, presence);
      // Somebody is shown now what the others were not told: the next word is news, also when it is the one told before.
      if (!this.ports.oneOfMany && presence !== (this.told.get(id) ?? "offline")) this.told.set(id, "listed");
    }
    return found;
  }

  /** Something that may have changed this user's presence has happened. Rejects where it could not be told yet. */
  refresh(userId: string): Promise<void> {
    return this.inTurn(userId, async () => {
      await this.tell(userId, this.ports.oneOfMany);
      // Another server may have told at the same moment what is older, and its word may come last.
      if (this.ports.oneOfMany) this.lookAgain(userId, this.ports.timing.presenceCheck);
    });
  }

  arrived({ userId, deviceId }: Party): Promise<void> {
    this.endGrace(userId, deviceId);
    return this.refresh(userId);
  }

  /** @param idle was nobody at it? */
  left({ userId, deviceId }: Party, idle: boolean): void {
    const { scheduler, timing } = this.ports;
    this.endGrace(userId, deviceId);
    const end = scheduler.after(timing.presenceGrace, () => {
      this.endGrace(userId, deviceId);
      return this.refresh(userId);
    });
    const devices = this.lingering.get(userId) ?? new Map<string, Lingering>();
    this.lingering.set(userId, devices.set(deviceId, { idle, end }));
  }

  /** Tells these people, at this server, of all they may see: what they were told may have been lost. */
  async retell(watchers: readonly string[]): Promise<void> {
    for (let start = 0; start < watchers.length; start += RETOLD_AT_ONCE) {
      await Promise.all(watchers.slice(start, start + RETOLD_AT_ONCE).map((watcher) => this.retellOne(watcher)));
    }
  }

  private async retellOne(watcher: string): Promise<void> {
    const seen = await this.ports.watchersOf(watcher);
    const before = await this.of(seen);
    this.tellHere(watcher, before);
    // Whoever has changed meanwhile was perhaps told before this, which would then be the last word.
    const after = await this.of(seen);
    this.tellHere(watcher, new Map([...after].filter(([id, presence]) => before.get(id) !== presence)));
  }

  private tellHere(watcher: string, presences: ReadonlyMap<string, Presence>): void {
    for (const [userId, presence] of presences) {
      this.ports.notifier.toUserHere(watcher, "presence:changed", { userId, presence });
    }
  }

  private endGrace(userId: string, deviceId: string): void {
    const devices = this.lingering.get(userId);
    devices?.get(deviceId)?.end();
    devices?.delete(deviceId);
    if (devices?.size === 0) this.lingering.delete(userId);
  }

  /** One at a time per user, so that an older answer of the database never overtakes a newer one. */
  private inTurn(userId: string, work: () => Promise<void>): Promise<void> {
    const run = (this.running.get(userId) ?? Promise.resolve()).then(work);
    const settled = run.catch(() => {
      // The database may be away; whoever left meanwhile must not stay on the screens of their contacts (F18).
      this.lookAgain(userId, this.ports.timing.presenceRetry);
    });
    this.running.set(userId, settled);
    void settled.then(() => {
      if (this.running.get(userId) === settled) this.running.delete(userId);
    });
    return run;
  }

  private lookAgain(userId: string, ms: number): void {
    if (this.again.has(userId)) return;
    this.again.add(userId);
    this.ports.scheduler.after(ms, async () => {
      this.again.delete(userId);
      await this.inTurn(userId, () => this.tell(userId, false));
    });
  }

  /** @param always also what this server has told before */
  private async tell(userId: string, always: boolean): Promise<void> {
    const presence = (await this.of([userId])).get(userId) ?? "offline";
    if (!always && (this.told.get(userId) ?? "offline") === presence) return;
    const watchers = await this.ports.watchersOf(userId);
    if (presence === "offline") this.told.delete(userId);
    else this.told.set(userId, presence);
    for (const watcher of watchers) this.ports.notifier.toUser(watcher, "presence:changed", { userId, presence });
  }
}
