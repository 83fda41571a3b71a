import type { Context, Next } from "koa";
import type { Limits } from "../../domain/ports";
import { hashAddress } from "../../edge/addressHash";
import { answer } from "../handle";

export function requestLimit(limits: Limits) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const limited = await limits.take("request", hashAddress(ctx.ip));
    if (limited) return answer(ctx, { ok: false, error: limited });
    await next();
  };
}
