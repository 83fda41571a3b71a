import type { Refusal, Result, ServerEventName, ServerEventPayload } from "@sightline/protocol";
import type { Letter } from "./letters";
import type { SecurityEvent, SecurityKind } from "./security/securityEvent";

/** Server time. The only source of "now" for rules, so that tests may own it. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  uuid(): string;
  /** A new opaque secret of 256 bits, URL-safe text. */
  secret(): string;
  /** Six random characters to be typed, of the contract's alphabet. */
  code(): string;
  /** One-way digest of a secret, as it is stored. */
  digest(secret: string): string;
}

/** What somebody who guesses passwords knows of a person. */
export interface KnownPerson {
  readonly name: string;
  readonly username: string;
  readonly email: string;
}

/** Work on passwords away from the event loop; refuses with `server.unavailable` when too much is waiting. */
export interface Hasher {
  /** Why this person's password would be guessed early; null: it would not. */
  weakness(password: string, person: KnownPerson): Promise<Result<"common" | "personal" | null>>;
  hash(password: string): Promise<Result<string>>;
  /** Was this hash made when hashing was cheaper than it is configured to be now? */
  isOutdated(hash: string): boolean;
  /** `null` stands for "no such account": costs the same and is never true. */
  matches(password: string, hash: string | null): Promise<Result<boolean>>;
}

/** Makes our own picture out of a file that somebody sent. */
export interface PictureMaker {
  /**
   * A square that holds nothing of the file but its picture. Refuses with `picture.unreadable`, `picture.tooManyPixels`
   * and, when too much is waiting, `server.unavailable`.
   */
  make(file: Uint8Array): Promise<Result<Uint8Array>>;
}

/** Takes letters to deliver later; nobody waits for it, and what cannot be delivered is logged. */
export interface Mailer {
  send(address: string, letter: Letter): void;
}

/** Codes by time that two sides with one secret agree on (RFC 6238). */
export interface OneTimeCodes {
  /** Base32, as authenticator apps take it. */
  newSecret(): string;
  /** The `otpauth:` address that a QR code says. */
  uri(secret: string, account: string): string;
  /** The time step a code is of, at most one away from now; null: it is of none. */
  stepOf(secret: string, code: string, at: Date): number | null;
  newRecoveryCode(): string;
}

/** Encrypts what must be readable again; bound to its owner, so that it cannot be moved to another one. */
export interface SecretBox {
  seal(text: string, owner: string): string;
  /** Null: of another owner or another key, or changed. */
  open(sealed: string, owner: string): string | null;
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
  /** Invitations made, by user. */
  | "invitation"
  /** Log-in attempts, by address. */
  | "logIn"
  /** Codes and links asked for by mail, by network address. */
  | "proofAsk"
  /** The same, by e-mail address. */
  | "proofAskFor"
  /** Mailed codes and links tried, by network address. */
  | "proofUse"
  /** The same, by e-mail address. */
  | "proofUseFor"
  /** Changes of one's own name, by user: each is told to all contacts. */
  | "profile"
  /** Pictures sent, by user. */
  | "upload"
  /** Pictures looked at, by address. */
  | "picture"
  /** Searches for people, by user. */
  | "search"
  /** The same, counted over a day. */
  | "searchDay"
  /** The same, by network address, where one person may have many accounts. */
  | "searchFrom"
  /** Contact requests, by user. */
  | "contactRequest"
  /** The same, counted over a day. */
  | "contactDay"
  /** Contact requests to one and the same person, by both. */
  | "contactPair"
  /** Calls to one and the same person whose contact one is not, by both. */
  | "strangerCall"
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
  /**
   * Asks to try a password of this account. A try counts as failed before it is judged, so that many at once are no more
   * than many in a row; after the first few there is a pause that doubles with each one. Refused, it does not count.
   */
  tryLogIn(login: string): Promise<Refusal | null>;
  /** What `tryLogIn` let through could not be judged: it does not count. */
  logInUnjudged(login: string): Promise<void>;
  /** The tries so far are forgotten. */
  logInSucceeded(login: string): Promise<void>;
}

/** All a log line may carry. Closed on purpose: no names, addresses, tokens, descriptions or candidates. */
export interface LogFields {
  readonly user?: string;
  readonly session?: string;
  readonly call?: string;
  /** Set in lines about security events alone. */
  readonly security?: SecurityKind;
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

/** Where security events are told; never fails and never keeps anybody waiting. */
export interface SecurityEvents {
  record(event: SecurityEvent): void;
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
  /** The same, to the devices that are connected to this very server. */
  toUserHere<N extends ServerEventName>(userId: string, event: N, payload: ServerEventPayload<N>): void;
  toDevice<N extends ServerEventName>(party: Party, event: N, payload: ServerEventPayload<N>): void;
  /** Says `session:ended` to the sockets of a session and closes them. */
  endSession(sessionId: string): void;
}

/** Who is connected, to this server or to another one that works with it. */
export interface Connections {
  /** Those of `userIds` with at least one connected device. */
  among(userIds: readonly string[]): Promise<ReadonlySet<string>>;
  hasDevice(party: Party): Promise<boolean>;
  /** The connected devices of each of `userIds`. */
  devicesOf(userIds: readonly string[]): Promise<ReadonlyMap<string, ConnectedDevices>>;
}

/** By device; idle: nobody is at it. */
export type ConnectedDevices = ReadonlyMap<string, { readonly idle: boolean }>;
