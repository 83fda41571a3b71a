import { type ClientKind, type Me, ok, refused, type Result } from "@sightline/protocol";
import type { Session, Sessions } from "../domain/sessions/sessions";
import { meOf, type User } from "../domain/users/user";
import type { Exchange } from "./handlers";

/** The token itself for the desktop app, a cookie for browsers. */
function handOver(token: string, client: ClientKind, exchange: Exchange): { token?: string } {
  if (client === "desktop") return { token };
  exchange.setSessionCookie(token);
  return {};
}

/** Logs in: always with a new token, and the session of the one the request brought along is over (R28). */
export async function startSession(
  sessions: Sessions,
  user: User,
  client: ClientKind,
  exchange: Exchange,
): Promise<Result<{ me: Me; token?: string }>> {
  const caller = exchange.callerBy(client);
  const token = await sessions.open(user, client, caller);
  if (token === null) return refused("auth.invalidCredentials");
  if (exchange.oldToken !== null) await sessions.endOf(exchange.oldToken, caller);
  return ok({ me: meOf(user), ...handOver(token, client, exchange) });
}

/** After a change of what the session may do: it goes on under a new token, the old one is void (R28). */
export async function renewSession(
  sessions: Sessions,
  session: Session,
  exchange: Exchange,
): Promise<{ token?: string }> {
  return handOver(await sessions.rotate(session), session.client, exchange);
}
