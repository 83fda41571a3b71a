import { z } from "zod";
import { errorCode } from "./errors";

/** Why a request was refused: a code from the closed list, and where one applies the input field or the wait. */
export const refusal = z.object({
  code: errorCode,
  /** Name of the input field the refusal is about, as in the request's schema. */
  field: z.string().max(64).optional(),
  /** Seconds to wait before trying again; set with `rate.limited` and `server.unavailable`. */
  retryAfterSeconds: z.number().int().nonnegative().optional(),
});
export type Refusal = z.infer<typeof refusal>;

/** The answer to every request, over HTTP (as body) and over the socket (as acknowledgement). */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Refusal };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(code: Refusal["code"], more: Omit<Refusal, "code"> = {}): Result<never> {
  return { ok: false, error: { code, ...more } };
}

/** Schema of a {@link Result} around the schema of its value, for checking what a server sent. */
export function resultOf<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("ok", [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: refusal }),
  ]);
}
