import type { IncomingMessage } from "node:http";
import { handshake, PROTOCOL_VERSION, refused, type Result } from "@sightline/protocol";
import { z } from "zod";
import type { Limits } from "../domain/ports";
import type { Sessions } from "../domain/sessions/sessions";
import type { AddressHash } from "../edge/addressHash";
import type { SessionCookie } from "../edge/sessionCookie";
import { deviceRoom, type SignalSocket, type SocketData, userRoom } from "./signalSocket";

export interface AuthenticatePorts {
  readonly sessions: Pick<Sessions, "resolve">;
  readonly cookie: SessionCookie;
  readonly limits: Limits;
  readonly trustProxy: boolean;
  readonly hashAddress: AddressHash;
}

export const MAX_SOCKETS_PER_USER = 10;

/** Looked at first: another version's handshake may differ in everything else. */
const versioned = z.object({ protocol: z.literal(PROTOCOL_VERSION) });

/** The address of the client: of the connection, or as the one trusted proxy in front of us added it last. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers["x-forwarded-for"] : undefined;
  const last = [forwarded].flat().join(",").split(",").at(-1)?.trim();
  return last || (request.socket.remoteAddress ?? "");
}

/** True when the user already has as many sockets as they may, not counting the one this device will replace. */
export function hasTooManySockets(socket: SignalSocket, { user, party }: Pick<SocketData, "user" | "party">): boolean {
  const { rooms } = socket.nsp.adapter;
  const all = rooms.get(userRoom(user.id))?.size ?? 0;
  return all - (rooms.get(deviceRoom(party))?.size ?? 0) >= MAX_SOCKETS_PER_USER;
}

/** Who is behind a new socket. Refuses with `rate.limited`, `protocol.version`, `input.invalid`, `auth.required`. */
export async function authenticate(socket: SignalSocket, ports: AuthenticatePorts): Promise<Result<SocketData>> {
  const { auth, headers } = socket.handshake;
  const limited = await ports.limits.take("connect", ports.hashAddress(addressOf(socket.request, ports.trustProxy)));
  if (limited) return { ok: false, error: limited };
  if (!versioned.safeParse(auth).success) return refused("protocol.version");
  const parsed = handshake.safeParse(auth);
  if (!parsed.success)
    return refused("input.invalid", { field: String(parsed.error.issues[0]?.path[0] ?? "") || undefined });
  const token = parsed.data.token ?? ports.cookie.read(headers.cookie);
  const session = token ? await ports.sessions.resolve(token) : null;
  if (!session) return refused("auth.required");
  const { user } = session;
  const tooOften = await ports.limits.take("connectUser", user.id);
  if (tooOften) return { ok: false, error: tooOften };
  const { id: sessionId, deviceName } = session;
  const { device: deviceId, idle = false } = parsed.data;
  const data = { user, sessionId, deviceName, party: { userId: user.id, deviceId }, idle, route: null };
  return hasTooManySockets(socket, data)
    ? refused("rate.limited", { retryAfterSeconds: 5 })
    : { ok: true, value: data };
}
