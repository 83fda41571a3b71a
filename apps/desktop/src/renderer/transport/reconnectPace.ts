/** Longest wait in a call, ms: it must be taken up again within two seconds of the server's return. */
const IN_CALL_MS = 1_000;
const OTHERWISE_MS = 5_000;
const FIRST_PAUSE_MS = 200;

/**
 * How long to wait before the next attempt, ms: none before the first, because most breaks are over by then; after that
 * longer and longer, and a random part of it, so that a server that starts again is not met by everybody at once.
 *
 * @param failed attempts since the connection was lost
 * @param random 0 to 1
 */
export function reconnectPause(failed: number, inCall: boolean, random: number): number {
  if (failed === 0) return 0;
  const full = Math.min(inCall ? IN_CALL_MS : OTHERWISE_MS, FIRST_PAUSE_MS * 2 ** (failed - 1));
  return full * (0.5 + random / 2);
}
