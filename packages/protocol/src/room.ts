import { z } from "zod";
import { callId } from "./ids";
import { displayName, userSummary } from "./user";

/**
 * Names a room and opens its door at once: 132 random bits in URL-safe text, chosen by the server. Whoever has the link
 * may look at the room and enter it, so it is told to nobody but those who bring it, and never logged.
 */
export const roomId = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export type RoomId = z.infer<typeof roomId>;

/** Most people who can be in a room at once. */
export const ROOM_SEATS = 2;

export const roomName = displayName;

/** A room as its owner sees it. */
export const room = z.strictObject({
  id: roomId,
  name: z.string().max(60),
  /** Nobody new may enter; those who are inside stay. */
  locked: z.boolean(),
  /** How many people are inside. */
  inside: z.number().int().min(0).max(ROOM_SEATS),
});
export type Room = z.infer<typeof room>;

/** A room as anybody sees it who has its link, before entering. Says how many are inside, not who. */
export const roomLook = z.strictObject({
  id: roomId,
  name: z.string().max(60),
  ownerName: z.string().max(60),
  mine: z.boolean(),
  /** Whether the one who asks could enter now: who is inside or owns the room is never locked out. */
  door: z.enum(["open", "locked", "full"]),
  inside: z.number().int().min(0).max(ROOM_SEATS),
});
export type RoomLook = z.infer<typeof roomLook>;

/** The two in a room have met: a call between them stands, both have agreed to it by entering. */
export const roomMet = z.strictObject({
  roomId,
  callId,
  peer: userSummary,
  /** `caller` makes the offer. It is who came last. */
  role: z.enum(["caller", "callee"]),
});

/** Why somebody is not in the room any more who did not leave by themselves. */
export const roomLeftReason = z.enum([
  /** The owner has closed the room. Its link is dead. */
  "closed",
  /** The same person entered a room on another device. */
  "elsewhere",
]);
export type RoomLeftReason = z.infer<typeof roomLeftReason>;
