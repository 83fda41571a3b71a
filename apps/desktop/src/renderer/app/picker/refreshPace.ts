/** How often an open picker looks, ms, while something changes. */
const LIVELY_MS = 2_000;
/** While nothing changes; a window that opens appears after this time at the latest. */
const CALM_MS = 4_000;
/** However slow the system is, the list is not older than this. */
const SLOWEST_MS = 8_000;
/** Looking may take one part in this many of the time: the call goes on meanwhile, on the same machine. */
const SHARE_OF_TIME = 20;

interface LastLook {
  readonly tookMs: number;
  /** Looks in a row that found nothing new. */
  readonly unchanged: number;
}

/** How long to wait until the next look at windows and screens, in ms. */
export function nextLookMs({ tookMs, unchanged }: LastLook): number {
  const wanted = Math.min(CALM_MS, LIVELY_MS * 1.25 ** unchanged);
  return Math.min(SLOWEST_MS, Math.max(wanted, tookMs * SHARE_OF_TIME));
}
