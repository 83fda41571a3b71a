import { Router } from "@koa/router";
import { type RouteName, routes } from "@sightline/protocol";
import { handle, type HandlePorts } from "./handle";
import type { Handlers } from "./handlers";

/** Every route of the contract, each through {@link handle}; a handler that is missing does not compile. */
export function createRouter(handlers: Handlers, ports: HandlePorts): Router {
  const router = new Router();
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    router.register(path, [method], handle(name, handlers, ports));
  }
  return router;
}
