import type { ClientKind } from "@sightline/protocol";
import type { Clock, Ids, Log, Notifier } from "../ports";
import type { Timing } from "../timing";
import type { User } from "../users/user";

export interface Session {
  readonly id: string;
  readonly user: User;
  /** What its person would call the device; null for sessions from before devices had names. */
  readonly deviceName: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

export interface NewSession {
  readonly id: string;
  readonly userId: string;
  readonly tokenDigest: string;
  readonly client: ClientKind;
  readonly deviceName: string;
  readonly createdAt: Date;
}

export interface SessionRepository {
  add(session: NewSession): Promise<void>;
  findByDigest(tokenDigest: string): Promise<Session | null>;
  exists(id: string): Promise<boolean>;
  touch(id: string, at: Date): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes those made before `madeBefore` or last used before `seenBefore`; answers their ids. */
  removeOlder(madeBefore: Date, seenBefore: Date): Promise<readonly string[]>;
}

interface SessionsPorts {
  readonly sessions: SessionRepository;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly timing: Timing;
  readonly log: Log;
}

/** Writing "last seen" on every request would make each read a write. */
const TOUCH_EVERY_MS = 300_000;

/** Opaque tokens of 256 bits, stored only as digests, with an idle and an absolute limit (OWASP ASVS 7.3). */
export class Sessions {
  constructor(private readonly ports: SessionsPorts) {}

  /** Starts a session and answers its token, which is not kept. */
  async open(user: User, client: ClientKind, deviceName: string): Promise<string> {
    const { sessions, ids, clock, log } = this.ports;
    const token = ids.secret();
    const id = ids.uuid();
    const tokenDigest = ids.digest(token);
    await sessions.add({ id, userId: user.id, tokenDigest, client, deviceName, createdAt: clock.now() });
    log.info("session started", { user: user.id, session: id });
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
    if (idle > TOUCH_EVERY_MS) await sessions.touch(session.id, now);
    return session;
  }

  isLive(id: string): Promise<boolean> {
    return this.ports.sessions.exists(id);
  }

  /** Ends the session and closes its sockets. */
  async end(id: string): Promise<void> {
    await this.ports.sessions.remove(id);
    this.ports.notifier.endSession(id);
    this.ports.log.info("session ended", { session: id });
  }

  async sweep(): Promise<void> {
    const { sessions, notifier, clock, timing } = this.ports;
    const now = clock.now().getTime();
    const ended = await sessions.removeOlder(new Date(now - timing.sessionLife), new Date(now - timing.sessionIdle));
    for (const id of ended) notifier.endSession(id);
  }
}
