import {
  httpStatus,
  ok,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  refused,
  type Result,
  type RouteName,
  routes,
} from "@sightline/protocol";
import type { Context } from "koa";
import type { Session, Sessions } from "../domain/sessions/sessions";
import { hashAddress } from "../edge/addressHash";
import type { OriginRule } from "../edge/origins";
import type { SessionCookie } from "../edge/sessionCookie";
import type { Exchange, Handlers } from "./handlers";

export interface HandlePorts {
  readonly sessions: Pick<Sessions, "resolve">;
  readonly origins: OriginRule;
  readonly cookie: SessionCookie;
}

/** The body of a request as the body parser left it. */
interface ParsedRequest {
  readonly body?: unknown;
}

export function answer(ctx: Context, result: Result<unknown>): void {
  ctx.status = result.ok ? 200 : httpStatus(result.error.code);
  ctx.body = result;
  ctx.set("Cache-Control", "no-store");
  if (!result.ok && result.error.retryAfterSeconds !== undefined) {
    ctx.set("Retry-After", String(result.error.retryAfterSeconds));
  }
}

function firstField(issues: readonly { readonly path: readonly PropertyKey[] }[]): string | undefined {
  const first = issues[0]?.path[0];
  return first === undefined ? undefined : String(first);
}

function speaksOurProtocol(ctx: Context, name: RouteName): boolean {
  // A client reads the server's version from this route before it can know whether they fit together.
  return name === "serverInfo" || ctx.get(PROTOCOL_HEADER) === String(PROTOCOL_VERSION);
}

async function findSession(ctx: Context, ports: HandlePorts): Promise<Result<Session>> {
  const [scheme, bearer] = ctx.get("Authorization").split(" ");
  const byHeader = scheme?.toLowerCase() === "bearer" ? bearer : undefined;
  const token = byHeader ?? ports.cookie.read(ctx.headers.cookie);
  if (!token) return refused("auth.required");
  // A browser adds the cookie to requests of any page; only the named origin proves that ours made this one.
  const changesState = ctx.method !== "GET" && ctx.method !== "HEAD";
  if (!byHeader && changesState && !ports.origins.names(ctx.headers.origin)) return refused("origin.refused");
  const session = await ports.sessions.resolve(token);
  return session ? ok(session) : refused("auth.required");
}

function exchangeOf(ctx: Context, cookie: SessionCookie): Exchange {
  return {
    address: hashAddress(ctx.ip),
    userAgent: ctx.get("User-Agent"),
    setSessionCookie: (token) => ctx.append("Set-Cookie", cookie.set(token)),
    clearSessionCookie: () => ctx.append("Set-Cookie", cookie.clear()),
  };
}

/**
 * The one way from a route of the contract to its handler: version, session, input, handler, output, in this order.
 * Output passes the schema too, so that a field that is not in the contract cannot leave.
 */
export function handle(name: RouteName, handlers: Handlers, ports: HandlePorts) {
  const route = routes[name];
  return async (ctx: Context & { readonly params?: unknown }): Promise<void> => {
    if (!speaksOurProtocol(ctx, name)) return answer(ctx, refused("protocol.version"));
    const found = route.auth === "none" ? null : await findSession(ctx, ports);
    if (found && !found.ok) return answer(ctx, found);
    // To everything but their room a guest is a stranger.
    if (route.auth === "session" && found?.value.user.guestOf !== null) return answer(ctx, refused("auth.required"));
    const params = route.params.safeParse(ctx.params ?? {});
    if (!params.success) return answer(ctx, refused("input.invalid", { field: firstField(params.error.issues) }));
    const body = route.body.safeParse((ctx.request as ParsedRequest).body ?? {});
    if (!body.success) return answer(ctx, refused("input.invalid", { field: firstField(body.error.issues) }));
    const request = {
      params: params.data,
      body: body.data,
      session: found?.value,
      exchange: exchangeOf(ctx, ports.cookie),
    };
    // The schemas of this very route made the request; TypeScript cannot follow that through the name.
    const result: Result<unknown> = await handlers[name](request as never);
    answer(ctx, result.ok ? { ok: true, value: route.response.parse(result.value) } : result);
  };
}
