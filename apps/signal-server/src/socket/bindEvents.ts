import {
  type ClientEventName,
  type ClientEventPayload,
  type ClientEventValue,
  clientEvents,
  type ErrorCode,
  refused,
  type Result,
} from "@sightline/protocol";
import type { Limits, Log, SecurityEvents } from "../domain/ports";
import { guestMaySend } from "../domain/rooms/guest";
import { kindOfRefusal } from "../domain/security/securityEvent";
import { isPlainJson } from "./plainJson";
import type { SignalSocket } from "./signalSocket";

export type EventHandlers = {
  readonly [N in ClientEventName]: (
    socket: SignalSocket,
    payload: ClientEventPayload<N>,
  ) => Promise<Result<ClientEventValue<N>>>;
};

export interface BindPorts {
  readonly limits: Limits;
  readonly log: Log;
  readonly security: SecurityEvents;
  /** True when the fault will pass by itself. */
  isTemporary(fault: unknown): boolean;
}

type Acknowledge = (result: Result<unknown>) => void;

/** Events one socket may have waiting; an honest client waits for few. */
const MAX_WAITING = 64;
/** Refusals for haste before the socket is closed; an honest client gets none. */
const MAX_STRIKES = 100;
/** How long a user whose socket was closed for that may not connect. */
const FLOOD_PAUSE_SECONDS = 10;

function readArguments(args: readonly unknown[]): { payload: unknown; acknowledge: Acknowledge | null } {
  const last = args.at(-1);
  const acknowledge = typeof last === "function" ? (last as Acknowledge) : null;
  return { payload: args.length === 2 && acknowledge ? args[0] : undefined, acknowledge };
}

async function answerTo(
  socket: SignalSocket,
  event: string,
  payload: unknown,
  handlers: EventHandlers,
  ports: BindPorts,
): Promise<Result<unknown>> {
  const { user } = socket.data;
  const limited = await ports.limits.take("socketEvent", user.id);
  if (limited) return { ok: false, error: limited };
  if (!Object.hasOwn(clientEvents, event) || !isPlainJson(payload)) return refused("input.invalid");
  const name = event as ClientEventName;
  if (user.guestOf !== null && !guestMaySend(name)) return refused("auth.required");
  const parsed = clientEvents[name].payload.safeParse(payload);
  if (!parsed.success)
    return refused("input.invalid", { field: String(parsed.error.issues[0]?.path[0] ?? "") || undefined });
  try {
    // The schema of this very event made the payload; TypeScript cannot follow that through the name.
    return await handlers[name](socket, parsed.data as never);
  } catch (fault) {
    ports.log.error("socket event failed", { event, user: user.id, fault });
    return ports.isTemporary(fault)
      ? refused("server.unavailable", { retryAfterSeconds: 5 })
      : refused("server.internal");
  }
}

/**
 * The one way from a client's event to its handler: budget, shape, schema, handler, acknowledgement. Events of one
 * socket are handled one after another, in the order they came, so a candidate never overtakes its call's invite.
 */
export function bindEvents(socket: SignalSocket, handlers: EventHandlers, ports: BindPorts): void {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let strikes = 0;

  const strike = () => {
    strikes += 1;
    if (strikes !== MAX_STRIKES) return;
    const { user, sessionId } = socket.data;
    ports.security.record({ kind: "floodClosed", userId: user.id, sessionId });
    ports.limits
      .block("connectUser", user.id, FLOOD_PAUSE_SECONDS)
      .catch((fault: unknown) => ports.log.error("flood not held off", { fault }))
      .finally(() => {
        socket.disconnect(true);
        // A polite close would go on reading what the flood has left in the buffers.
        socket.request.socket.destroy();
      });
  };
  const tell = (code: ErrorCode, event: string) => {
    const { user, sessionId } = socket.data;
    if (code === "rate.limited") strike();
    else ports.log.warn("socket event refused", { user: user.id, code, event });
    const kind = kindOfRefusal(code, true);
    // A flood is told when it begins and when it is cut off, not by each drop.
    if (kind === null || (kind === "rateLimited" && strikes > 1)) return;
    ports.security.record({ kind, userId: user.id, sessionId, event, code });
  };
  const refuse = (acknowledge: Acknowledge | null, result: Result<never>, event: string) => {
    if (!result.ok) tell(result.error.code, knownName(event));
    acknowledge?.(result);
  };
  const handleNext = async (event: string, payload: unknown, acknowledge: Acknowledge) => {
    const result = await answerTo(socket, event, payload, handlers, ports);
    waiting -= 1;
    if (!result.ok) return refuse(acknowledge, result, event);
    acknowledge(result);
  };

  socket.onAny((event: unknown, ...args: unknown[]) => {
    const name = String(event);
    const { payload, acknowledge } = readArguments(args);
    if (waiting >= MAX_WAITING) return refuse(acknowledge, refused("rate.limited", { retryAfterSeconds: 1 }), name);
    if (!acknowledge) return refuse(null, refused("input.invalid"), name);
    waiting += 1;
    last = last.then(() => handleNext(name, payload, acknowledge));
  });
}

/** Names that clients make up may hold anything and stay out of the log. */
function knownName(event: string): string {
  return Object.hasOwn(clientEvents, event) ? event : "(unknown)";
}
