export interface SerialQueue {
  /** Runs the task after all earlier ones; a failure is given to `onFailure` and does not stop the next. */
  add(task: () => Promise<void> | void): void;
  /** Tasks that have not begun never will. */
  stop(): void;
}

/** One thing at a time: offers, answers and candidates of a connection must not overtake each other. */
export function createSerialQueue(onFailure: (error: unknown) => void): SerialQueue {
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  return {
    add(task) {
      last = last.then(async () => {
        if (stopped) return;
        try {
          await task();
        } catch (error) {
          if (!stopped) onFailure(error);
        }
      });
    },
    stop() {
      stopped = true;
    },
  };
}
