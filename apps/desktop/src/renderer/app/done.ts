import type { HttpOutcome } from "../transport/httpClient";
import type { Outcome } from "../ui/appContext";

export const isDone: Outcome = { ok: true, value: undefined };

/** The answer says no more than that it was done. */
export function done(answer: HttpOutcome<unknown>): Outcome {
  return answer.ok ? isDone : answer;
}
