import { ROOM_SEATS, type RoomLook } from "@sightline/protocol";
import type { Party } from "../ports";

export interface Room {
  readonly id: string;
  readonly ownerId: string;
  readonly name: string;
  readonly locked: boolean;
  readonly createdAt: Date;
  /** The call between the two who are inside, or were last. */
  readonly callId: string | null;
}

/** Where somebody sits: one person has one seat, whatever the device. */
export interface Seat extends Party {
  readonly roomId: string;
  readonly seat: number;
}

/** Where a person who wants in may sit, or why they may not. */
export type SeatChoice =
  | {
      readonly outcome: "seated";
      readonly seat: number;
      /** This person's other device, which the new one takes the place of. */
      readonly replaced: string | null;
    }
  | { readonly outcome: "locked" }
  | { readonly outcome: "full" };

/** The door rule: who is inside keeps the seat, the owner is never locked out, and there are two seats. */
export function chooseSeat(room: Room, taken: readonly Seat[], party: Party): SeatChoice {
  const mine = taken.find(({ userId }) => userId === party.userId);
  if (mine) {
    const replaced = mine.deviceId === party.deviceId ? null : mine.deviceId;
    return { outcome: "seated", seat: mine.seat, replaced };
  }
  if (room.locked && room.ownerId !== party.userId) return { outcome: "locked" };
  for (let seat = 1; seat <= ROOM_SEATS; seat++) {
    if (!taken.some((one) => one.seat === seat)) return { outcome: "seated", seat, replaced: null };
  }
  return { outcome: "full" };
}

/** What `userId` would meet at the door now. */
export function doorOf(room: Room, taken: readonly Seat[], userId: string): RoomLook["door"] {
  const choice = chooseSeat(room, taken, { userId, deviceId: "" });
  return choice.outcome === "seated" ? "open" : choice.outcome;
}
