import { PROTOCOL_HEADER, refused } from "@sightline/protocol";
import type { Context, Next } from "koa";
import { DESKTOP_ORIGIN, type OriginRule } from "../../edge/origins";
import { answer, type RefusalPorts, recordRefusal } from "../handle";

/** Refuses foreign web pages; grants CORS (without cookies) to the desktop app alone. */
export function originCheck(origins: OriginRule, ports: RefusalPorts) {
  return async (ctx: Context, next: Next): Promise<void> => {
    const { origin } = ctx.headers;
    ctx.vary("Origin");
    if (!origins.allows(origin)) {
      recordRefusal(ports, "origin.refused", { ctx, name: null });
      return answer(ctx, refused("origin.refused"));
    }
    if (origin === DESKTOP_ORIGIN) {
      ctx.set("Access-Control-Allow-Origin", DESKTOP_ORIGIN);
      if (ctx.method === "OPTIONS") {
        ctx.set("Access-Control-Allow-Methods", "GET, POST, DELETE");
        ctx.set("Access-Control-Allow-Headers", `authorization, content-type, ${PROTOCOL_HEADER}`);
        ctx.set("Access-Control-Max-Age", "600");
        ctx.status = 204;
        return;
      }
    }
    await next();
  };
}
