import type { Log } from "../domain/ports";

/** Orchestrators kill after 10 s; we would rather end by ourselves. */
const LONGEST_STOP_MS = 9_000;

/**
 * SIGINT and SIGTERM end the process in good order, also when they come before there is anything to close. A second
 * signal does not hurry it: the embedded database must write its last page.
 */
export function stopOnSignals(log: Log): { closeOnSignal(close: () => Promise<void>): void } {
  let close: (() => Promise<void>) | null = null;
  let asked = false;
  const stop = () => {
    if (!asked || !close) return;
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    close().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error("stop failed", { fault });
        process.exit(1);
      },
    );
    close = null;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      asked = true;
      stop();
    });
  }
  return {
    closeOnSignal(run) {
      close = run;
      stop();
    },
  };
}
