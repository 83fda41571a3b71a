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

/** After the fifth failed log-in in a row an account pauses 1 s, then 2, 4, 8 … up to 15 minutes. */
export function createLogInPauses(
  clock: Clock,
  factor: number,
): Pick<Limits, "logInPause" | "logInFailed" | "logInSucceeded"> {
  const failed = new Map<string, Failures>();
  return {
    logInPause(login): Refusal | null {
      const left = (failed.get(login)?.until ?? 0) - clock.now().getTime();
      return left > 0 ? { code: "rate.limited", retryAfterSeconds: Math.ceil(left / 1000) } : null;
    },
    logInFailed(login) {
      const count = (failed.get(login)?.count ?? 0) + 1;
      const over = count - FREE_FAILURES * factor;
      const pause = over < 0 ? 0 : Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(over, 20));
      failed.delete(login);
      failed.set(login, { count, until: clock.now().getTime() + pause });
      const oldest = failed.keys().next();
      if (failed.size > MAX_REMEMBERED && !oldest.done) failed.delete(oldest.value);
    },
    logInSucceeded(login) {
      failed.delete(login);
    },
  };
}
