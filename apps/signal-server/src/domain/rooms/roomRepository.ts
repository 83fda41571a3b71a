import type { Party } from "../ports";
import type { Room, Seat, SeatChoice } from "./room";

export type Seating = (room: Room, taken: readonly Seat[]) => SeatChoice;

export interface ClosedRoom {
  /** Who was inside. */
  readonly seats: readonly Seat[];
  /** Sessions of the guests, which are no more. */
  readonly guestSessions: readonly string[];
}

export interface RoomRepository {
  /** False when the owner has `most` rooms already. */
  add(room: Room, most: number): Promise<boolean>;
  find(id: string): Promise<Room | null>;
  seatsOf(roomId: string): Promise<readonly Seat[]>;
  /** Oldest first, with how many are inside. */
  ofOwner(ownerId: string): Promise<readonly (Room & { readonly inside: number })[]>;
  /** Null when there is no such room of this owner. */
  change(id: string, ownerId: string, change: Partial<Pick<Room, "name" | "locked">>): Promise<Room | null>;
  /** Removes the room with its seats and its guests. Null as above. */
  close(id: string, ownerId: string): Promise<ClosedRoom | null>;
  /**
   * Decides about a seat and takes it while nobody else can change the room: of any number of people who come for the
   * last seat at once exactly one gets it, on one server as on many.
   */
  enter(
    id: string,
    party: Party,
    choose: Seating,
  ): Promise<{ readonly room: Room; readonly choice: SeatChoice } | null>;
  /** Frees the seat of this very device, in `roomId` or (null) wherever it is; answers the room it was in. */
  leave(party: Party, roomId: string | null): Promise<Room | null>;
  seatOf(userId: string): Promise<Seat | null>;
  allSeats(): Promise<readonly Seat[]>;
  /** Binds the room to a call, unless it is bound to another one than `before` by now. */
  bindCall(id: string, before: string | null, callId: string): Promise<boolean>;
}
