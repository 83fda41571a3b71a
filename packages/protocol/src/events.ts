import { z } from "zod";
import { callKind, endReason } from "./call";
import { contact } from "./contact";
import { callId, deviceId, userId } from "./ids";
import { presence } from "./presence";
import { candidates, description } from "./relay";
import type { Result } from "./result";
import { room, roomId, roomLeftReason, roomMet } from "./room";
import { userSummary } from "./user";

/** Largest socket frame in bytes; a larger one closes the connection (1009). */
export const MAX_FRAME_BYTES = 64 * 1024;

/** What a client sends as Socket.IO `auth`. Browsers omit `token` (their cookie speaks); it is never put in a URL. */
export const handshake = z.object({
  protocol: z.number().int(),
  device: deviceId,
  token: z.string().max(256).optional(),
});
export type Handshake = z.infer<typeof handshake>;

const ofCall = z.object({ callId });
const none = z.object({});

interface ClientEvent {
  readonly payload: z.ZodObject;
  readonly value: z.ZodType;
}

/** Client to server. Each is acknowledged with a `Result` around `value`. */
export const clientEvents = {
  /** Rings all devices of `to`. The offer carries no media of the callee's; it is held there until they accept. */
  "call:invite": {
    payload: z.object({ callId, to: userId, kind: callKind, offer: description }),
    value: z.object({ ringSeconds: z.number() }),
  },
  /**
   * By one device of the callee; the first one wins, the rest get `call.wrongState`. `instead`: the call this device is in,
   * which is hung up for it.
   */
  "call:accept": { payload: z.object({ callId, instead: callId.optional() }), value: none },
  /** `busy`: because of another call; the caller is told just that. */
  "call:decline": { payload: z.object({ callId, busy: z.boolean().default(false) }), value: none },
  /** By the caller, before an answer. */
  "call:cancel": { payload: ofCall, value: none },
  /** By either side, after the answer. `failed` when no connection came about, `lost` when it broke for good. */
  "call:hangUp": {
    payload: z.object({ callId, reason: z.enum(["hungUp", "failed", "lost"]).default("hungUp") }),
    value: none,
  },
  /** Relayed to the other side's device; before the answer only the caller may, and it reaches all devices that ring. */
  "signal:description": { payload: z.object({ callId, description }), value: none },
  "signal:candidates": { payload: z.object({ callId, candidates }), value: none },
  /**
   * Takes a seat in a room, for this device. It is the consent to talk to whoever else is or comes inside: `room:met`
   * follows when there are two. Refused with `room.notFound`, `room.locked`, `room.full`, `call.selfBusy`.
   */
  "room:enter": { payload: z.strictObject({ roomId }), value: none },
  "room:leave": { payload: z.strictObject({ roomId }), value: none },
} as const satisfies Record<string, ClientEvent>;

/** Server to client. */
export const serverEvents = {
  "call:incoming": z.object({
    callId,
    from: userSummary,
    kind: callKind,
    offer: description,
    /** Seconds of ringing left, by the server's clock (clients' clocks are not trusted). */
    ringSeconds: z.number(),
    /** It waits beside the call this device is in: only that device is told. */
    waiting: z.boolean().optional(),
  }),
  /** To the caller's device: the callee accepted; an answer follows. */
  "call:accepted": ofCall,
  /**
   * To every device that rang or talked. `device`: with `answeredElsewhere` and `declinedElsewhere`, the name of that other
   * device of the same person, as the server knows it from its session.
   */
  "call:ended": z.object({ callId, reason: endReason, device: z.string().max(60).optional() }),
  "signal:description": z.object({ callId, description }),
  "signal:candidates": z.object({ callId, candidates }),
  /** To both devices in a room. Their descriptions and candidates go the way of any call. */
  "room:met": roomMet,
  /** To the device that was inside. */
  "room:left": z.strictObject({ roomId, reason: roomLeftReason }),
  /** To all devices of the owner. */
  "room:changed": room,
  "room:removed": z.strictObject({ roomId }),
  "contact:changed": contact,
  "contact:removed": z.object({ userId }),
  "presence:changed": z.object({ userId, presence }),
  /** The session behind this socket is over; the socket is closed right after. */
  "session:ended": none,
} as const satisfies Record<string, z.ZodObject>;

export type ClientEventName = keyof typeof clientEvents;
export type ServerEventName = keyof typeof serverEvents;
/** What a client passes. */
export type ClientEventInput<N extends ClientEventName> = z.input<(typeof clientEvents)[N]["payload"]>;
/** What a handler on the server receives. */
export type ClientEventPayload<N extends ClientEventName> = z.output<(typeof clientEvents)[N]["payload"]>;
export type ClientEventValue<N extends ClientEventName> = z.output<(typeof clientEvents)[N]["value"]>;
export type ServerEventPayload<N extends ServerEventName> = z.output<(typeof serverEvents)[N]>;

/** Socket.IO's map of what clients emit. */
export type ClientToServer = {
  [N in ClientEventName]: (
    payload: ClientEventInput<N>,
    acknowledge: (result: Result<ClientEventValue<N>>) => void,
  ) => void;
};
/** Socket.IO's map of what the server emits. */
export type ServerToClient = { [N in ServerEventName]: (payload: ServerEventPayload<N>) => void };
