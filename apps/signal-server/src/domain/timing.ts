/** Waiting times of the rules, in milliseconds. */
export interface Timing {
  /** How long a call rings before it is missed. */
  readonly ring: number;
  /** How often rings past their deadline are looked for. */
  readonly sweep: number;
  /** A caller without a socket for this long has given up the ringing call. */
  readonly lostWhileRinging: number;
  /** A party without a socket for this long has lost the answered call. */
  readonly lostWhileActive: number;
  /**
   * The same while the other side is connected: that app sees for itself whether the call still runs, which needs no
   * server. Past this one nobody is believed to, so that a seat is not held for ever.
   */
  readonly lostBesidePeer: number;
  /** A page reload is shorter than this and shows no `offline`. */
  readonly presenceGrace: number;
  /** With several servers: a person's presence is looked at again this long after it was told. */
  readonly presenceCheck: number;
  /** What could not be told is tried again after this long. */
  readonly presenceRetry: number;
  /** How often a socket has to give a sign of life. */
  readonly heartbeat: number;
  /**
   * How long it is waited for. Within both of them together a device that vanished without a word is noticed; with
   * `presenceGrace` they stay below the 30 s after which nobody may be shown who is gone.
   */
  readonly heartbeatPatience: number;
  /** After a server has gone, its people have this long to come to another one before others are told. */
  readonly nodeGrace: number;
  /** A session unused for this long ends. */
  readonly sessionIdle: number;
  /** No session lives longer. */
  readonly sessionLife: number;
  /** How often "last seen" of a session in use is written. */
  readonly sessionTouch: number;
  /** How long a guest of a room may use it. */
  readonly guestLife: number;
  /** How long a person's security events are kept for them. */
  readonly activityKept: number;
  /** How long an ended call stays in the lists of its two people. */
  readonly callsKept: number;
  /** How long a sign-up waits for its confirmation. */
  readonly unconfirmedKept: number;
  /** How long an invitation can be used. */
  readonly invitationLife: number;
  /** How often ended sessions are cleared away. */
  readonly sessionSweep: number;
}

export const day = 86_400_000;

export const standardTiming: Timing = {
  ring: 45_000,
  sweep: 1_000,
  lostWhileRinging: 10_000,
  lostWhileActive: 30_000,
  lostBesidePeer: 600_000,
  presenceGrace: 1_500,
  presenceCheck: 1_000,
  presenceRetry: 2_000,
  heartbeat: 12_000,
  heartbeatPatience: 10_000,
  nodeGrace: 2_000,
  sessionIdle: 30 * day,
  sessionLife: 180 * day,
  sessionTouch: 300_000,
  guestLife: day / 2,
  activityKept: 90 * day,
  callsKept: 365 * day,
  unconfirmedKept: day,
  invitationLife: 7 * day,
  sessionSweep: day / 24,
};
