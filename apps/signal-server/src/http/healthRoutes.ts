import type { Context, Next } from "koa";

/** `/healthz`: the process answers. `/readyz`: so does its database. For load balancers; no secrets, no versions. */
export function healthRoutes(isReady: () => Promise<boolean>) {
  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.path !== "/healthz" && ctx.path !== "/readyz") return next();
    const well = ctx.path === "/healthz" || (await isReady().catch(() => false));
    ctx.status = well ? 200 : 503;
    ctx.set("Cache-Control", "no-store");
    ctx.body = { ok: well };
  };
}
