import type { Failure } from "../appContext";
import { t } from "./strings";

/**
 * What happened and what to do.
 *
 * @param special words for codes that mean more where this is said
 */
export function failureWords(
  { code, retryAfterSeconds }: Failure,
  special: Partial<Record<Failure["code"], string>> = {},
): string {
  return t.withWait(special[code] ?? t.errors[code], retryAfterSeconds);
}
