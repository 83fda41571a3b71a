import type { Context, Next } from "koa";
import send from "koa-send";

/** Vite names the files in here after their content, so they never change. */
const HASHED = "/assets/";

/** Serves the built web app; every path that is no file is a place inside the app. */
export function webApp(root: string) {
  const file = (ctx: Context, path: string) =>
    send(ctx, path, {
      root,
      setHeaders: (response) => {
        response.setHeader(
          "Cache-Control",
          path.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "no-cache",
        );
      },
    });
  const isMissing = (fault: unknown) => fault instanceof Error && "status" in fault && fault.status === 404;

  return async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.method !== "GET" && ctx.method !== "HEAD") return next();
    const path = ctx.path === "/" ? "/index.html" : ctx.path;
    try {
      await file(ctx, path);
    } catch (fault) {
      if (!isMissing(fault)) throw fault;
      // A missing script must stay missing: answering the page instead would be run as a script.
      if (path.startsWith(HASHED) || !ctx.accepts("html")) return next();
      await file(ctx, "/index.html");
    }
  };
}
