import { type ClientKind, type Device, refused, ok, type Result } from "@sightline/protocol";
import type { Clock, Ids, Notifier, SecurityEvents } from "../ports";
import type { Caller, SecurityKind } from "../security/securityEvent";
import type { Timing } from "../timing";
import type { User } from "../users/user";

/** A session as its person may see it. */
export interface DeviceSession {
  readonly id: string;
  readonly client: ClientKind;
  /** What its person would call the device; null for sessions from before devices had names. */
  readonly deviceName: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface Session extends DeviceSession {
  readonly user: User;
}

export interface NewSession extends Omit<DeviceSession, "lastSeenAt"> {
  readonly userId: string;
  readonly tokenDigest: string;
  /** Of the password that was proved. */
  readonly passwordVersion: number;
}

/** What is left to tell of a session that is over. */
export interface EndedSession {
  readonly id: string;
  readonly userId: string;
  readonly deviceName: string | null;
}

/** Those of one person, all but one, or one of them alone. */
export type SessionChoice = { readonly userId: string } & ({ readonly but?: string } | { readonly only: string });

export interface SessionRepository {
  /** False: the password was changed since it was proved. Decided by the database, whatever happens at once. */
  add(session: NewSession): Promise<boolean>;
  findByDigest(tokenDigest: string): Promise<Session | null>;
  exists(id: string): Promise<boolean>;
  /** Last used first. */
  listOf(userId: string): Promise<readonly DeviceSession[]>;
  /** Never makes one look older than it is. */
  touch(ids: readonly string[], at: Date): Promise<void>;
  /** From now on the token of this digest opens it. */
  setDigest(id: string, tokenDigest: string): Promise<void>;
  removeByDigest(tokenDigest: string): Promise<EndedSession | null>;
  remove(choice: SessionChoice): Promise<readonly EndedSession[]>;
  /** Removes those made before `madeBefore` or last used before `seenBefore`. */
  removeOlder(madeBefore: Date, seenBefore: Date): Promise<readonly EndedSession[]>;
}

interface SessionsPorts {
  readonly sessions: SessionRepository;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly security: SecurityEvents;
}

/** Opaque tokens of 256 bits, stored only as digests, with an idle and an absolute limit (OWASP ASVS 7.3). */
export class Sessions {
  constructor(private readonly ports: SessionsPorts) {}

  /** Starts a session and answers its token, which is not kept; null when the password has been changed meanwhile. */
  async open(user: User, client: ClientKind, { address, deviceName }: Caller): Promise<string | null> {
    const { sessions, ids, clock, security } = this.ports;
    const token = ids.secret();
    const id = ids.uuid();
    const tokenDigest = ids.digest(token);
    const { id: userId, passwordVersion } = user;
    const session = { id, userId, passwordVersion, tokenDigest, client, deviceName, createdAt: clock.now() };
    if (!(await sessions.add(session))) return null;
    security.record({ kind: "logIn", userId: user.id, sessionId: id, address, deviceName });
    return token;
  }

  /** The live session of a token, or null. */
  async resolve(token: string): Promise<Session | null> {
    const { sessions, ids, clock, timing } = this.ports;
    const session = await sessions.findByDigest(ids.digest(token));
    if (!session) return null;
    const now = clock.now();
    const idle = now.getTime() - session.lastSeenAt.getTime();
    const age = now.getTime() - session.createdAt.getTime();
    const life = session.user.guestOf === null ? timing.sessionLife : timing.guestLife;
    if (idle > timing.sessionIdle || age > life) return null;
    // Writing "last seen" on every request would make each read a write.
    if (idle > timing.sessionTouch) await sessions.touch([session.id], now);
    return session;
  }

  isLive(id: string): Promise<boolean> {
    return this.ports.sessions.exists(id);
  }

  /** These are in use right now, whether they ask for anything or not. */
  inUse(ids: readonly string[]): Promise<void> {
    return this.ports.sessions.touch(ids, this.ports.clock.now());
  }

  /** The devices a person is logged in on, last used first. */
  async devicesOf({ id, user }: Session): Promise<Device[]> {
    const { sessions, clock, timing } = this.ports;
    const now = clock.now().getTime();
    const isInUse = (seen: Date) => now - seen.getTime() <= 2 * timing.sessionTouch;
    return (await sessions.listOf(user.id)).map((device) => ({
      id: device.id,
      name: device.deviceName,
      client: device.client,
      createdAt: device.createdAt.toISOString(),
      lastSeenAt: device.lastSeenAt.toISOString(),
      inUse: device.id === id || isInUse(device.lastSeenAt),
      current: device.id === id,
    }));
  }

  /** Its person logs out: ends the session and closes its sockets. */
  async end({ id, user }: Session, caller: Caller): Promise<void> {
    this.tellEnded("logOut", await this.ports.sessions.remove({ userId: user.id, only: id }), caller);
  }

  /** Ends the session of a token, whoever's it is; nothing happens when there is none. */
  async endOf(token: string, caller: Caller): Promise<void> {
    const ended = await this.ports.sessions.removeByDigest(this.ports.ids.digest(token));
    if (ended) this.tellEnded("logOut", [ended], caller);
  }

  /** Logs out one of a person's devices from another one; `session.notFound` when it is not theirs. */
  async revoke({ user }: Session, id: string, caller: Caller): Promise<Result<Record<string, never>>> {
    const ended = await this.ports.sessions.remove({ userId: user.id, only: id });
    if (ended.length === 0) return refused("session.notFound");
    this.tellEnded("sessionRevoked", ended, caller);
    return ok({});
  }

  /** Logs a person out everywhere, or everywhere but here; answers on how many devices. */
  async endOthers(userId: string, but: string | null, caller: Pick<Caller, "address">): Promise<number> {
    const ended = await this.ports.sessions.remove({ userId, ...(but === null ? {} : { but }) });
    this.tellEnded("sessionRevoked", ended, caller);
    return ended.length;
  }

  /** The session goes on under another token, which is answered and not kept; the one so far is void from now on. */
  async rotate({ id }: Session): Promise<string> {
    const { sessions, ids } = this.ports;
    const token = ids.secret();
    await sessions.setDigest(id, ids.digest(token));
    return token;
  }

  async sweep(): Promise<void> {
    const { sessions, clock, timing } = this.ports;
    const now = clock.now().getTime();
    const [madeBefore, seenBefore] = [new Date(now - timing.sessionLife), new Date(now - timing.sessionIdle)];
    this.tellEnded("sessionExpired", await sessions.removeOlder(madeBefore, seenBefore), {});
  }

  /** Closes their sockets, on all servers, and writes down what happened, to which device. */
  private tellEnded(kind: SecurityKind, ended: readonly EndedSession[], from: Partial<Pick<Caller, "address">>): void {
    const { notifier, security } = this.ports;
    for (const { id, userId, deviceName } of ended) {
      notifier.endSession(id);
      security.record({ kind, userId, sessionId: id, address: from.address, deviceName });
    }
  }
}
