/** Is anybody looking at the page? */
export interface PageVisibility {
  isHidden(): boolean;
  /** Told when somebody comes back to it, too. Returns the function that unsubscribes. */
  onShown(listener: () => void): () => void;
}

export const documentVisibility: PageVisibility = {
  isHidden: () => document.hidden,
  onShown(listener) {
    const tell = () => {
      if (!document.hidden) listener();
    };
    document.addEventListener("visibilitychange", tell);
    // Whoever comes back from another window has perhaps just opened it to share it.
    window.addEventListener("focus", tell);
    return () => {
      document.removeEventListener("visibilitychange", tell);
      window.removeEventListener("focus", tell);
    };
  },
};

/**
 * Does something again and again, never two at a time, and not while nobody looks at the page.
 * @param work answers how long to wait until the next time, in ms; null ends the loop
 */
export function createRefreshLoop(page: PageVisibility, work: () => Promise<number | null>) {
  let turn = 0;
  let active = false;
  let running = false;
  let hurried = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsubscribe = () => {};

  const run = async (mine: number) => {
    clearTimeout(timer);
    running = true;
    hurried = false;
    const next = await work();
    if (mine !== turn) return;
    running = false;
    if (next === null) stop();
    else if (hurried) due(mine);
    else timer = setTimeout(() => due(mine), next);
  };
  const due = (mine: number) => {
    // Whoever comes back to the page finds it renewed by `onShown`.
    if (!page.isHidden()) void run(mine);
  };
  const stop = () => {
    turn += 1;
    active = false;
    running = false;
    clearTimeout(timer);
    unsubscribe();
  };
  const hurry = () => {
    if (running) hurried = true;
    else if (active) void run(turn);
  };

  return {
    /** Starts over. An earlier `work` that is still on its way is not waited for. */
    start() {
      stop();
      active = true;
      unsubscribe = page.onShown(hurry);
      void run(turn);
    },
    /** The next time is now; right after the one on its way. */
    hurry,
    stop,
  };
}
