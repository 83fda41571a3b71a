import type { Cancel, Log, Scheduler } from "../domain/ports";

export interface ClosableScheduler extends Scheduler {
  /** Cancels everything and waits for the tasks that are running. */
  close(): Promise<void>;
}

export function createScheduler(log: Log): ClosableScheduler {
  const pending = new Set<Cancel>();
  const running = new Set<Promise<void>>();
  let closed = false;

  const run = (task: () => Promise<void>): Promise<void> => {
    const done = task()
      .catch((fault: unknown) => log.error("task failed", { fault }))
      .finally(() => running.delete(done));
    running.add(done);
    return done;
  };
  const after = (ms: number, task: () => Promise<void>): Cancel => {
    if (closed) return () => undefined;
    const timer = setTimeout(() => {
      pending.delete(cancel);
      void run(task);
    }, ms);
    const cancel = () => {
      clearTimeout(timer);
      pending.delete(cancel);
    };
    pending.add(cancel);
    return cancel;
  };
  return {
    after,
    every(ms, task) {
      let cancel: Cancel = () => undefined;
      let stopped = false;
      const again = () => {
        cancel = after(ms, async () => {
          await task().finally(() => !stopped && again());
        });
      };
      again();
      return () => {
        stopped = true;
        cancel();
      };
    },
    async close() {
      closed = true;
      for (const cancel of pending) cancel();
      await Promise.all(running);
    },
  };
}
