import type { Refusal } from "@sightline/protocol";
import type { Clock, Limits } from "../domain/ports";

const FREE_FAILURES = 5;
const LONGEST_PAUSE_MS = 900_000;
/** Accounts remembered; the oldest are forgotten first, so that made-up names cannot fill the memory. */
const MAX_REMEMBERED = 10_000;

interface Failures {
  readonly count: number;
  readonly until: number;
}

export type LogInPauses = Pick<Limits, "tryLogIn" | "logInUnjudged" | "logInSucceeded">;

/** ms: after the fifth failed log-in in a row an account pauses 1 s, then 2, 4, 8 … up to 15 minutes. */
export function pauseAfter(failures: number, factor: number): number {
  const over = failures - FREE_FAILURES * factor;
  return over < 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(over, 20));
}

/** What is left of a pause (ms), as it is told. */
export function pauseRefusal(left: number): Refusal | null {
  return left > 0 ? { code: "rate.limited", retryAfterSeconds: Math.ceil(left / 1000) } : null;
}

/** Of one server, in its memory. */
export function createLogInPauses(clock: Clock, factor: number): LogInPauses {
  const failed = new Map<string, Failures>();
  return {
    async tryLogIn(login) {
      const now = clock.now().getTime();
      const { count, until } = failed.get(login) ?? { count: 0, until: 0 };
      if (until > now) return pauseRefusal(until - now);
      failed.delete(login);
      failed.set(login, { count: count + 1, until: now + pauseAfter(count + 1, factor) });
      const oldest = failed.keys().next();
      if (failed.size > MAX_REMEMBERED && !oldest.done) failed.delete(oldest.value);
      return null;
    },
    async logInUnjudged(login) {
      const tries = failed.get(login);
      if (tries) failed.set(login, { count: tries.count - 1, until: 0 });
    },
    async logInSucceeded(login) {
      failed.delete(login);
    },
  };
}
