import type { Server as HttpServer } from "node:http";
import { type ErrorCode, MAX_FRAME_BYTES, type Refusal, refused } from "@sightline/protocol";
import { createAdapter } from "@socket.io/redis-streams-adapter";
import { Server } from "socket.io";
import { type ServerOptions, WebSocketServer } from "ws";
import { kindOfRefusal } from "../domain/security/securityEvent";
import type { Sessions } from "../domain/sessions/sessions";
import type { Timing } from "../domain/timing";
import type { RedisClient } from "../adapters/cluster";
import type { OriginRule } from "../edge/origins";
import { addressOf, authenticate, type AuthenticatePorts, hasTooManySockets } from "./authenticate";
import { bindEvents, type BindPorts, type EventHandlers } from "./bindEvents";
import { type ArrivalPorts, arrive } from "./presenceHandlers";
import type { SignalServer, SignalSocket } from "./signalSocket";

/** Socket.IO hands `data` of this error to the client's `connect_error`. */
class RefusedError extends Error {
  constructor(readonly data: Refusal) {
    super(data.code);
  }
}

/** Time for a new connection to say who it is. */
const HANDSHAKE_MS = 5_000;

/**
 * Hands on one message per turn of the event loop, so that a socket with a thousand in its buffer does not keep the
 * others waiting until all of them are done.
 */
class FairWebSocketServer extends WebSocketServer {
  constructor(options: ServerOptions) {
    super({ ...options, allowSynchronousEvents: false });
  }
}

/** WebSocket alone, nothing compressed, small frames (R15); pages of other origins get 403 at the upgrade (R11). */
export function createSignalServer(
  http: HttpServer,
  origins: OriginRule,
  redis: RedisClient | null,
  { heartbeat, heartbeatPatience }: Pick<Timing, "heartbeat" | "heartbeatPatience">,
): SignalServer {
  const io: SignalServer = new Server(http, {
    transports: ["websocket"],
    wsEngine: FairWebSocketServer,
    allowUpgrades: false,
    perMessageDeflate: false,
    maxHttpBufferSize: MAX_FRAME_BYTES,
    connectTimeout: HANDSHAKE_MS,
    pingInterval: heartbeat,
    pingTimeout: heartbeatPatience,
    serveClient: false,
    destroyUpgrade: true,
    ...(redis && { adapter: createAdapter(redis, { blockTimeInMs: 1_000 }) }),
  });
  guardUpgrades(http, origins);
  return io;
}

/** Stands before the listeners Engine.IO has put on `http`: its own `allowRequest` would answer a plain 400. */
function guardUpgrades(http: HttpServer, origins: OriginRule): void {
  const inner = http.listeners("upgrade");
  http.removeAllListeners("upgrade");
  http.on("upgrade", (request, socket, head) => {
    if (origins.allows(request.headers.origin)) {
      for (const listener of inner) listener.call(http, request, socket, head);
      return;
    }
    const body = JSON.stringify(refused("origin.refused"));
    const headers = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close`;
    socket.on("error", () => undefined);
    socket.end(`HTTP/1.1 403 Forbidden\r\n${headers}\r\n\r\n${body}`);
  });
}

export interface SocketPorts extends AuthenticatePorts, BindPorts, ArrivalPorts {
  readonly sessions: Sessions;
  readonly handlers: EventHandlers;
}

function tellRefusal(
  socket: SignalSocket,
  code: ErrorCode,
  { log, security, trustProxy, hashAddress }: SocketPorts,
): void {
  log.warn("socket refused", { code });
  const kind = kindOfRefusal(code, false);
  if (kind) security.record({ kind, address: hashAddress(addressOf(socket.request, trustProxy)), code });
}

export function serveSockets(io: SignalServer, ports: SocketPorts): void {
  io.use((socket: SignalSocket, next) => {
    authenticate(socket, ports)
      .then((result) => {
        if (!result.ok) {
          tellRefusal(socket, result.error.code, ports);
          return next(new RefusedError(result.error));
        }
        Object.assign(socket.data, result.value);
        next();
      })
      .catch((fault: unknown) => {
        ports.log.error("socket handshake failed", { fault });
        next(new RefusedError({ code: "server.unavailable", retryAfterSeconds: 5 }));
      });
  });
  io.on("connection", (socket) => {
    // Many handshakes at once all saw room for one more; the rooms have the last word.
    if (hasTooManySockets(socket, socket.data)) {
      socket.disconnect(true);
      return;
    }
    bindEvents(socket, ports.handlers, ports);
    arrive(socket, ports).catch((fault: unknown) => {
      ports.log.error("socket arrival failed", { user: socket.data.user.id, fault });
      socket.disconnect(true);
    });
  });
}
