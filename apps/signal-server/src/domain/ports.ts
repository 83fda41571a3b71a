import type { Refusal, Result, ServerEventName, ServerEventPayload } from "@sightline/protocol";

/** Server time. The only source of "now" for rules, so that tests may own it. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  uuid(): string;
  /** A new opaque secret of 256 bits, URL-safe text. */
  secret(): string;
  /** One-way digest of a secret, as it is stored. */
  digest(secret: string): string;
}

/** Password hashing away from the event loop; refuses with `server.unavailable` when too many are waiting. */
export interface Hasher {
  /** True when the hash would silently ignore the end of this password. */
  truncates(password: string): boolean;
  hash(password: string): Promise<Result<string>>;
  /** `null` stands for "no such account": costs the same and is never true. */
  matches(password: string, hash: string | null): Promise<Result<boolean>>;
}

/** Makes names and passwords that TURN servers with the same secret accept, without asking anybody. */
export interface TurnSigner {
  /** Stands for a user: always the same for one, and nobody without the secret can tell whose it is. */
  pseudonym(userId: string): string;
  /** The password that belongs to a TURN user name. */
  sign(username: string): string;
}

export type Cancel = () => void;

export interface Scheduler {
  /** Runs `task` once after `ms` milliseconds. A task that fails is logged. */
  after(ms: number, task: () => Promise<void>): Cancel;
  /** Runs `task` every `ms` milliseconds, never twice at the same time. */
  every(ms: number, task: () => Promise<void>): Cancel;
}

/** What each budget is spent on; the key it is counted by is named in the comment. */
export type LimitRule =
  /** HTTP requests, by address. */
  | "request"
  /** Socket connections, by address. */
  | "connect"
  /** Socket connections, by user. */
  | "connectUser"
  /** Accounts made, by address. */
  | "signUp"
  /** Log-in attempts, by address. */
  | "logIn"
  /** Contact requests, by user. */
  | "contactRequest"
  /** Any socket event, by user. */
  | "socketEvent"
  /** Call attempts, by user. */
  | "invite"
  /** ICE candidates, by user and call. */
  | "candidates"
  /** Rooms made, by user. */
  | "roomMake"
  /** Looks at a room's door, by user: whoever waits for a full one looks again and again. */
  | "roomLook"
  /** Attempts to enter a room, by user. */
  | "roomEnter"
  /** Attempts to join as a guest, by address. */
  | "guest"
  /** Credentials for TURN servers, by user. */
  | "iceServers";

export interface Limits {
  /** Spends `points` (default 1); a refusal says how long to wait. */
  take(rule: LimitRule, key: string, points?: number): Promise<Refusal | null>;
  /** Empties a budget for `seconds`. */
  block(rule: LimitRule, key: string, seconds: number): Promise<void>;
  /** Whether this account must wait after failed log-ins. */
  logInPause(login: string): Refusal | null;
  /** Counts a failed log-in; the pause doubles with each one after the first few. */
  logInFailed(login: string): void;
  logInSucceeded(login: string): void;
}

/** All a log line may carry. Closed on purpose: no names, addresses, tokens, descriptions or candidates. */
export interface LogFields {
  readonly user?: string;
  readonly session?: string;
  readonly call?: string;
  /** Keyed hash of a network address. */
  readonly address?: string;
  readonly event?: string;
  readonly code?: string;
  readonly reason?: string;
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly count?: number;
  readonly fault?: unknown;
}

export interface Log {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

/** One running copy of the app of one user. */
export interface Party {
  readonly userId: string;
  readonly deviceId: string;
}

/** Delivers events to connected devices; those that are not connected miss them. */
export interface Notifier {
  /** To all devices of a user, or all but one. */
  toUser<N extends ServerEventName>(userId: string, event: N, payload: ServerEventPayload<N>, butDevice?: string): void;
  toDevice<N extends ServerEventName>(party: Party, event: N, payload: ServerEventPayload<N>): void;
  /** Says `session:ended` to the sockets of a session and closes them. */
  endSession(sessionId: string): void;
}

export interface Connections {
  /** Those of `userIds` with at least one connected device. */
  among(userIds: readonly string[]): ReadonlySet<string>;
  hasDevice(party: Party): boolean;
}
