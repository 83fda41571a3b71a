import type { Context, Next } from "koa";
import helmet from "koa-helmet";

/**
 * Only our own files run and only our own server is spoken to. `ws:`/`wss:` names the socket for browsers whose 'self'
 * does not cover it. No inline script or style: the built app has none.
 */
function contentSecurityPolicy(publicUrl: URL | null) {
  const socket = publicUrl ? [`${publicUrl.protocol === "https:" ? "wss" : "ws"}://${publicUrl.host}`] : [];
  return {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'", "data:"],
      mediaSrc: ["'self'", "blob:", "data:"],
      connectSrc: ["'self'", ...socket],
      workerSrc: ["'self'"],
      manifestSrc: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
    },
  };
}

export function securityHeaders(publicUrl: URL | null) {
  const secure = publicUrl?.protocol === "https:";
  const headers = helmet({
    contentSecurityPolicy: contentSecurityPolicy(publicUrl),
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "no-referrer" },
    xFrameOptions: { action: "deny" },
  });
  return (ctx: Context, next: Next): Promise<void> => {
    ctx.set("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self), geolocation=()");
    return headers(ctx, next);
  };
}
