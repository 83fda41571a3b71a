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
  /** A page reload is shorter than this and shows no `offline`. */
  readonly presenceGrace: number;
  /** A session unused for this long ends. */
  readonly sessionIdle: number;
  /** No session lives longer. */
  readonly sessionLife: number;
  /** How long a guest of a room may use it. */
  readonly guestLife: number;
  /** How often ended sessions are cleared away. */
  readonly sessionSweep: number;
}

const day = 86_400_000;

export const standardTiming: Timing = {
  ring: 45_000,
  sweep: 1_000,
  lostWhileRinging: 10_000,
  lostWhileActive: 30_000,
  presenceGrace: 1_500,
  sessionIdle: 30 * day,
  sessionLife: 180 * day,
  guestLife: day / 2,
  sessionSweep: day / 24,
};
