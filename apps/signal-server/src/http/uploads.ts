import { ok, refused, type Result } from "@sightline/protocol";
import type { Context } from "koa";
import getRawBody from "raw-body";
import type { Limits } from "../domain/ports";
import type { Session } from "../domain/sessions/sessions";

/** Takes in what people send as bytes. */
export interface Uploads {
  /** Refuses with `input.invalid` (another type), `rate.limited`, `server.unavailable`; throws 413 for too many bytes. */
  receive(ctx: Context, session: Session, maxBytes: number): Promise<Result<Uint8Array>>;
}

/**
 * Counts before it reads, so that a refusal costs no memory, and reads a few at once: slow senders can hold no more than
 * `atOnce` times the largest file, and the others are told to come again.
 */
export function createUploads(limits: Limits, atOnce = 16): Uploads {
  let receiving = 0;
  return {
    async receive(ctx, session, maxBytes) {
      // No form of a foreign page can send this type (CSRF), and what the file is says its content alone.
      if (!ctx.is("application/octet-stream")) return refused("input.invalid");
      const limited = await limits.take("upload", session.user.id);
      if (limited) return { ok: false, error: limited };
      if (receiving >= atOnce) return refused("server.unavailable", { retryAfterSeconds: 5 });
      receiving++;
      try {
        return ok(await getRawBody(ctx.req, { length: ctx.get("Content-Length") || null, limit: maxBytes }));
      } finally {
        receiving--;
      }
    },
  };
}
