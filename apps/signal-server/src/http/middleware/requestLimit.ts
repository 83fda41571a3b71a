import type { Context, Next } from "koa";
import type { Limits } from "../../domain/ports";
import { answer, type RefusalPorts, recordRefusal } from "../handle";

export function requestLimit(limits: Limits, ports: RefusalPorts) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const limited = await limits.take("request", ports.hashAddress(ctx.ip));
    if (limited) {
      recordRefusal(ports, limited.code, { ctx, name: null });
      return answer(ctx, { ok: false, error: limited });
    }
    await next();
  };
}
