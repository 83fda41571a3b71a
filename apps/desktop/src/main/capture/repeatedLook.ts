/** Between two looks at something that moves, ms: an eye sees no gap, and the tools have time to answer. */
const LOOK_APART_MS = 60;
/** Where no event tells of a change, ms. */
const LOOK_ANYWAY_MS = 1_000;

export interface RepeatedLook {
  /** Something may have changed: look soon. */
  hint(): void;
  stop(): void;
}

/**
 * Looks at once, soon after each hint, and every second anyway; never twice at the same time.
 * @param look answers whether to go on looking
 */
export function lookAgainAndAgain(look: () => Promise<boolean>): RepeatedLook {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let hinted = false;
  let stopped = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const schedule = (pause: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void go(), pause);
  };
  const go = async () => {
    looking = true;
    hinted = false;
    const goesOn = await look();
    looking = false;
    lookedAt = performance.now();
    if (!goesOn) stopped = true;
    if (!stopped) schedule(hinted ? LOOK_APART_MS : LOOK_ANYWAY_MS);
  };

  void go();
  return {
    hint() {
      if (looking || hinted) {
        hinted = true;
        return;
      }
      hinted = true;
      if (!stopped) schedule(Math.max(0, lookedAt + LOOK_APART_MS - performance.now()));
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
