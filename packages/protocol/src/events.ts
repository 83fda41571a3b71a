import { z } from "zod";
import { callKind, callStanding, endReason } from "./call";
import { contact } from "./contact";
import { callId, deviceId, userId } from "./ids";
import { preferences } from "./preferences";
import { presence } from "./presence";
import { candidates, description } from "./relay";
import type { Result } from "./result";
import { room, roomId, roomLeftReason, roomMet } from "./room";
import { me, userSummary } from "./user";

/** Largest socket frame in bytes; a larger one closes the connection (1009). */
export const MAX_FRAME_BYTES = 64 * 1024;

/** What a client sends as Socket.IO `auth`. Browsers omit `token` (their cookie speaks); it is never put in a URL. */
export const handshake = z.object({
  protocol: z.number().int(),
  device: deviceId,
  token: z.string().max(256).optional(),
  /** As in `presence:idle`; left out: somebody is there. */
  idle: z.boolean().optional(),
});
export type Handshake = z.infer<typeof handshake>;

const ofCall = z.object({ callId });
/**
 * Which of a call's connections a signal is about, counted from 0, which is left out. The caller alone begins another one; what
 * is late of an earlier one is void.
 */
const attempt = z.number().int().min(1).max(99).optional();
const none = z.object({});

interface ClientEvent {
  readonly payload: z.ZodObject;
  readonly value: z.ZodType;
}

/** Client to server. Each is acknowledged with a `Result` around `value`. */
export const clientEvents = {
  /**
   * Rings all devices of `to`. The offer carries no media of the callee's; it is held there until they accept. `warm`: one of
   * those devices may connect while it rings (`call:warm`); nothing of either side's media is sent before the answer.
   */
  "call:invite": {
    payload: z.object({ callId, to: userId, kind: callKind, offer: description, warm: z.boolean().optional() }),
    value: z.object({ ringSeconds: z.number() }),
  },
  /**
   * By one device of the callee while it rings: from now on its descriptions and candidates reach the caller, before the
   * answer. It is no consent to anything. The first one wins, the rest get `call.wrongState`.
   */
  "call:warm": { payload: ofCall, value: none },
  /**
   * By one device of the callee; the first one wins, the rest get `call.wrongState`. `instead`: the call this device is in,
   * which is hung up for it. `anew`: its connection of `call:warm` came to nothing, the caller makes another.
   */
  "call:accept": {
    payload: z.object({ callId, instead: callId.optional(), anew: z.boolean().optional() }),
    value: none,
  },
  /** `busy`: because of another call; the caller is told just that. */
  "call:decline": { payload: z.object({ callId, busy: z.boolean().default(false) }), value: none },
  /** By the caller, before an answer. */
  "call:cancel": { payload: ofCall, value: none },
  /** By either side, after the answer. `failed` when no connection came about, `lost` when it broke for good. */
  "call:hangUp": {
    payload: z.object({ callId, reason: z.enum(["hungUp", "failed", "lost"]).default("hungUp") }),
    value: none,
  },
  /** By a device that was without a socket: takes it up into its call again, and says whether the call still lives. */
  "call:resume": { payload: ofCall, value: callStanding },
  /**
   * Relayed to the other side's device. Before the answer only the caller may, which reaches all devices that ring, and the
   * device that said `call:warm`.
   */
  "signal:description": { payload: z.object({ callId, description, attempt }), value: none },
  "signal:candidates": { payload: z.object({ callId, candidates, attempt }), value: none },
  /**
   * Takes a seat in a room, for this device. It is the consent to talk to whoever else is or comes inside: `room:met`
   * follows when there are two. Refused with `room.notFound`, `room.locked`, `room.full`, `call.selfBusy`.
   */
  "room:enter": { payload: z.strictObject({ roomId }), value: none },
  "room:leave": { payload: z.strictObject({ roomId }), value: none },
  /** True: nobody is at this device. Whoever is at none of theirs is `away` to their contacts. */
  "presence:idle": { payload: z.strictObject({ idle: z.boolean() }), value: none },
  /** Changes nothing and reaches nobody: the acknowledgement tells that the way to the server and back is open. */
  "signal:ping": { payload: z.strictObject({}), value: none },
} as const satisfies Record<string, ClientEvent>;

/** Server to client. */
export const serverEvents = {
  /** May come twice, and `call:ended` after it again, to a device that connects in the moment the call begins or ends. */
  "call:incoming": z.object({
    callId,
    from: userSummary,
    kind: callKind,
    offer: description,
    /** Seconds of ringing left, by the server's clock (clients' clocks are not trusted). */
    ringSeconds: z.number(),
    /** It waits beside the call this device is in: only that device is told. */
    waiting: z.boolean().optional(),
    /** The caller lets this device connect while it rings. */
    warm: z.boolean().optional(),
  }),
  /**
   * To the caller's device: the callee accepted; an answer follows. `anew`: on a device that has no part in what was connected
   * while it rang; the caller makes another connection (the next `attempt`).
   */
  "call:accepted": z.object({ callId, anew: z.boolean().optional() }),
  /**
   * To every device that rang or talked. `device`: with `answeredElsewhere` and `declinedElsewhere`, the name of that other
   * device of the same person, as the server knows it from its session.
   */
  "call:ended": z.object({ callId, reason: endReason, device: z.string().max(60).optional() }),
  "signal:description": z.object({ callId, description, attempt }),
  "signal:candidates": z.object({ callId, candidates, attempt }),
  /** To both devices in a room. Their descriptions and candidates go the way of any call. */
  "room:met": roomMet,
  /** To the device that was inside. */
  "room:left": z.strictObject({ roomId, reason: roomLeftReason }),
  /** To all devices of the owner. */
  "room:changed": room,
  "room:removed": z.strictObject({ roomId }),
  /** To all devices of the caller and, unless the callee was unreachable, of the callee: a call that did not ring is in their list. */
  "calls:changed": none,
  "contact:changed": contact,
  "contact:removed": z.object({ userId }),
  "presence:changed": z.object({ userId, presence }),
  /** To all devices of the person who changed it. */
  "me:changed": me,
  /** To all devices of the person who set it. */
  "preferences:changed": preferences,
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
