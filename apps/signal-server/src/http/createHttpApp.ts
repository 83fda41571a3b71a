import { bodyParser } from "@koa/bodyparser";
import { refused } from "@sightline/protocol";
import Koa, { type Context, type Next } from "koa";
import type { Limits, Log } from "../domain/ports";
import { createRouter } from "./createRouter";
import { answer, type HandlePorts } from "./handle";
import type { Handlers } from "./handlers";
import { healthRoutes } from "./healthRoutes";
import { type FaultReader, faultBarrier } from "./middleware/faultBarrier";
import { originCheck } from "./middleware/originCheck";
import { requestLimit } from "./middleware/requestLimit";
import { requestLog } from "./middleware/requestLog";
import { securityHeaders } from "./middleware/securityHeaders";
import { servePictures } from "./pictures";
import { webApp } from "./webApp";

export interface HttpPorts extends HandlePorts {
  readonly handlers: Handlers;
  readonly limits: Limits;
  readonly log: Log;
  readonly faults: FaultReader;
  readonly findPicture: (id: string) => Promise<Uint8Array | null>;
  readonly isReady: () => Promise<boolean>;
  readonly trustProxy: boolean;
  readonly publicUrl: URL | null;
  readonly webRoot: string | null;
}

type Middleware = (ctx: Context, next: Next) => Promise<unknown>;

/** Runs `middleware` for the API only. */
function forApi(middleware: Middleware): Middleware {
  return (ctx, next) => (ctx.path.startsWith("/api/") ? middleware(ctx, next) : next());
}

/** No form of this API is near it: names and a password. */
const BODY_LIMIT = "16kb";

export function createHttpApp(ports: HttpPorts): Koa {
  const { handlers, limits, log, faults, webRoot } = ports;
  const app = new Koa({ proxy: ports.trustProxy, maxIpsCount: 1 });
  app.on("error", (fault: unknown) => log.error("http fault", { fault }));
  app.use(securityHeaders(ports.publicUrl));
  app.use(healthRoutes(ports.isReady));
  app.use(forApi(requestLog(log, ports.hashAddress)));
  app.use(faultBarrier(log, faults));
  app.use(servePictures({ find: ports.findPicture, limits, hashAddress: ports.hashAddress }));
  app.use(forApi(originCheck(ports.origins, ports)));
  app.use(forApi(requestLimit(limits, ports)));
  app.use(forApi(bodyParser({ enableTypes: ["json"], jsonLimit: BODY_LIMIT, encoding: "utf8" })));
  app.use(createRouter(handlers, ports).routes());
  app.use(forApi(async (ctx) => answer(ctx, refused("input.invalid"))));
  if (webRoot !== null) app.use(webApp(webRoot));
  return app;
}
