import {
  type ErrorCode,
  httpStatus,
  ok,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  refused,
  type Result,
  type Route,
  type RouteName,
  routes,
} from "@sightline/protocol";
import type { Context } from "koa";
import type { SecurityEvents } from "../domain/ports";
import { kindOfRefusal } from "../domain/security/securityEvent";
import type { Session, Sessions } from "../domain/sessions/sessions";
import type { AddressHash } from "../edge/addressHash";
import { deviceNameOf } from "../edge/deviceName";
import type { OriginRule } from "../edge/origins";
import type { SessionCookie } from "../edge/sessionCookie";
import type { Exchange, Handlers } from "./handlers";
import type { Uploads } from "./uploads";

/** What telling of a refusal takes. */
export interface RefusalPorts {
  readonly security: SecurityEvents;
  readonly hashAddress: AddressHash;
}

export interface HandlePorts extends RefusalPorts {
  readonly sessions: Pick<Sessions, "resolve">;
  readonly origins: OriginRule;
  readonly cookie: SessionCookie;
  readonly uploads: Uploads;
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

interface Refused {
  readonly ctx: Context;
  /** Of the route; null: it was refused before that was known. */
  readonly name: RouteName | null;
  readonly session?: Session | undefined;
}

/** Tells of a refusal that is a matter of security: who asked for what, and what they were told. */
export function recordRefusal(ports: RefusalPorts, code: ErrorCode, { ctx, name, session }: Refused): void {
  const kind = kindOfRefusal(code, session !== undefined);
  if (kind === null) return;
  const who = { userId: session?.user.id, sessionId: session?.id, address: ports.hashAddress(ctx.ip) };
  ports.security.record({ kind, ...who, event: name ?? undefined, code });
}

function firstField(issues: readonly { readonly path: readonly PropertyKey[] }[]): string | undefined {
  const first = issues[0]?.path[0];
  return first === undefined ? undefined : String(first);
}

function speaksOurProtocol(ctx: Context, name: RouteName): boolean {
  // A client reads the server's version from this route before it can know whether they fit together.
  return name === "serverInfo" || ctx.get(PROTOCOL_HEADER) === String(PROTOCOL_VERSION);
}

function bearerOf(ctx: Context): string | undefined {
  const [scheme, bearer] = ctx.get("Authorization").split(" ");
  return scheme?.toLowerCase() === "bearer" ? bearer : undefined;
}

async function findSession(ctx: Context, ports: HandlePorts): Promise<Result<Session>> {
  const byHeader = bearerOf(ctx);
  const token = byHeader ?? ports.cookie.read(ctx.headers.cookie);
  if (!token) return refused("auth.required");
  // A browser adds the cookie to requests of any page; only the named origin proves that ours made this one.
  const changesState = ctx.method !== "GET" && ctx.method !== "HEAD";
  if (!byHeader && changesState && !ports.origins.names(ctx.headers.origin)) return refused("origin.refused");
  const session = await ports.sessions.resolve(token);
  return session ? ok(session) : refused("auth.required");
}

function exchangeOf(ctx: Context, { cookie, hashAddress }: HandlePorts, session: Session | undefined): Exchange {
  const address = hashAddress(ctx.ip);
  return {
    address,
    caller: { address, deviceName: session?.deviceName ?? null },
    callerBy: (client) => ({ address, deviceName: deviceNameOf(client, ctx.get("User-Agent")) }),
    oldToken: bearerOf(ctx) ?? cookie.read(ctx.headers.cookie) ?? null,
    setSessionCookie: (token) => ctx.append("Set-Cookie", cookie.set(token)),
    clearSessionCookie: () => ctx.append("Set-Cookie", cookie.clear()),
  };
}

/** Bytes are read only here, for somebody with a session; JSON was read before. */
async function bodyOf(ctx: Context, route: Route, session: Session | undefined, uploads: Uploads) {
  if (!route.bytes) return ok((ctx.request as ParsedRequest).body ?? {});
  if (!session) return refused("auth.required");
  const received = await uploads.receive(ctx, session, route.bytes.max);
  return received.ok ? ok({ [route.bytes.field]: received.value }) : received;
}

/**
 * The one way from a route of the contract to its handler: version, session, input, handler, output, in this order.
 * Output passes the schema too, so that a field that is not in the contract cannot leave.
 */
export function handle(name: RouteName, handlers: Handlers, ports: HandlePorts) {
  const route: Route = routes[name];
  return async (ctx: Context & { readonly params?: unknown }): Promise<void> => {
    if (!speaksOurProtocol(ctx, name)) return answer(ctx, refused("protocol.version"));
    const found = route.auth === "none" ? null : await findSession(ctx, ports);
    const session = found?.ok ? found.value : undefined;
    const refuse = (result: Result<never>) => {
      if (!result.ok) recordRefusal(ports, result.error.code, { ctx, name, session });
      answer(ctx, result);
    };
    if (found && !found.ok) return refuse(found);
    // To everything but their room a guest is a stranger.
    if (route.auth === "session" && session?.user.guestOf !== null) return refuse(refused("auth.required"));
    const params = route.params.safeParse(ctx.params ?? {});
    if (!params.success) return answer(ctx, refused("input.invalid", { field: firstField(params.error.issues) }));
    const sent = await bodyOf(ctx, route, session, ports.uploads);
    if (!sent.ok) return refuse(sent);
    const body = route.body.safeParse(sent.value);
    if (!body.success) return answer(ctx, refused("input.invalid", { field: firstField(body.error.issues) }));
    const request = {
      params: params.data,
      body: body.data,
      session,
      exchange: exchangeOf(ctx, ports, session),
    };
    // The schemas of this very route made the request; TypeScript cannot follow that through the name.
    const result: Result<unknown> = await handlers[name](request as never);
    if (!result.ok) return refuse(result);
    answer(ctx, { ok: true, value: route.response.parse(result.value) });
  };
}
