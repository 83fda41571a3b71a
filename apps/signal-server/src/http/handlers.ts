import type { ClientKind, Result, RouteName, RouteRequest, RouteResponse, Routes } from "@sightline/protocol";
import type { Caller } from "../domain/security/securityEvent";
import type { Session } from "../domain/sessions/sessions";

/** What a handler may do to its HTTP exchange beyond its answer. */
export interface Exchange {
  /** Keyed hash of the client's network address. */
  readonly address: string;
  /** From where the request comes; the device by its session. */
  readonly caller: Caller;
  /** The same where there is no session yet: the device by what this kind of client says of itself. */
  callerBy(client: ClientKind): Caller;
  /** The session token the request brought along, live or not; null: none. */
  readonly oldToken: string | null;
  setSessionCookie(token: string): void;
  clearSessionCookie(): void;
}

/** Routes that need a session get it; the others cannot see one. */
type SessionOf<N extends RouteName> = Routes[N]["auth"] extends "session" | "guest"
  ? { readonly session: Session }
  : object;

export type HandlerRequest<N extends RouteName> = RouteRequest<N> & SessionOf<N> & { readonly exchange: Exchange };

export type Handlers = {
  readonly [N in RouteName]: (request: HandlerRequest<N>) => Promise<Result<RouteResponse<N>>>;
};
