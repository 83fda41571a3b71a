import type { Context, Next } from "koa";
import type { Log } from "../../domain/ports";
import type { AddressHash } from "../../edge/addressHash";

/** One line per request to the API, with the route's pattern: the path itself may hold a name. */
export function requestLog(log: Log, hashAddress: AddressHash) {
  return async (ctx: Context & { readonly _matchedRoute?: unknown }, next: Next): Promise<void> => {
    const begun = performance.now();
    await next();
    const { _matchedRoute: matched } = ctx;
    log.info("request", {
      route: `${ctx.method} ${typeof matched === "string" ? matched : "(none)"}`,
      status: ctx.status,
      ms: Math.round(performance.now() - begun),
      address: hashAddress(ctx.ip),
    });
  };
}
