import { refused, type Result } from "@sightline/protocol";
import type { Context, Next } from "koa";
import type { Log } from "../../domain/ports";
import { answer } from "../handle";

export interface FaultReader {
  /** True when the fault will pass by itself: storage is away for now. */
  isTemporary(fault: unknown): boolean;
}

function statusOf(fault: unknown): number {
  return fault instanceof Error && "status" in fault && typeof fault.status === "number" ? fault.status : 500;
}

/** Turns whatever a request threw into a refusal that says nothing about our inside (OWASP ASVS 16.5.1). */
export function faultBarrier(log: Log, faults: FaultReader) {
  const read = (fault: unknown): Result<never> => {
    const status = statusOf(fault);
    if (status === 413) return refused("input.tooLarge");
    if (status >= 400 && status < 500) return refused("input.invalid");
    if (faults.isTemporary(fault)) return refused("server.unavailable", { retryAfterSeconds: 5 });
    return refused("server.internal");
  };
  return async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } catch (fault) {
      const result = read(fault);
      if (!result.ok && result.error.code.startsWith("server."))
        log.error("request failed", { route: ctx.path, fault });
      answer(ctx, result);
    }
  };
}
