import { ok, refused, type Result, type RoomId } from "@sightline/protocol";
import type { Clock, Ids, Limits, Log, Notifier } from "../ports";
import type { Timing } from "../timing";
import type { User, UserRepository } from "../users/user";
import { newGuest } from "./guest";
import { doorOf } from "./room";
import type { RoomRepository } from "./roomRepository";

interface GuestPorts {
  readonly rooms: Pick<RoomRepository, "find" | "seatsOf">;
  readonly users: Pick<UserRepository, "add" | "removeGuestsBefore">;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly timing: Timing;
  readonly log: Log;
  /** The server's policy. */
  readonly guestsAllowed: boolean;
}

/** Lets people without an account in, one room each, where the server's policy allows it. */
export class GuestDesk {
  constructor(private readonly ports: GuestPorts) {}

  /**
   * @param address keyed hash of the network address, which the attempts are counted by
   * @returns the guest; or `guest.refused`, the same for every room, there or not; `rate.limited`; `room.notFound`,
   * `room.locked`
   */
  async admit(roomId: RoomId, name: string, address: string): Promise<Result<User>> {
    const { rooms, users, ids, clock, limits, log, guestsAllowed } = this.ports;
    if (!guestsAllowed) return refused("guest.refused");
    const limited = await limits.take("guest", address);
    if (limited) return { ok: false, error: limited };
    const room = await rooms.find(roomId);
    if (!room) return refused("room.notFound");
    const guest = newGuest(ids.uuid(), name, roomId, clock.now());
    // A full room can be waited for, a locked one is not for guests.
    if (doorOf(room, await rooms.seatsOf(roomId), guest.id) === "locked") return refused("room.locked");
    if ((await users.add(guest)) !== "added") return refused("room.notFound");
    log.info("guest admitted", { user: guest.id });
    return ok(guest);
  }

  /** Forgets guests whose time is over, with their sessions. */
  async sweep(): Promise<void> {
    const { users, notifier, clock, timing } = this.ports;
    const ended = await users.removeGuestsBefore(new Date(clock.now().getTime() - timing.guestLife));
    for (const session of ended) notifier.endSession(session);
  }
}
