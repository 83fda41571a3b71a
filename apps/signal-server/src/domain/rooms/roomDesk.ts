import { ok, refused, type Result, type Room as WireRoom, type RoomId, type RoomLook } from "@sightline/protocol";
import type { CallRepository } from "../calls/callRepository";
import type { Clock, Ids, Limits, Log, Notifier, Party } from "../ports";
import type { User, UserRepository } from "../users/user";
import { chooseSeat, doorOf, type Room, type Seat } from "./room";
import type { RoomCalls } from "./roomCalls";
import type { RoomRepository } from "./roomRepository";

interface RoomPorts {
  readonly rooms: RoomRepository;
  readonly roomCalls: RoomCalls;
  readonly calls: Pick<CallRepository, "liveOf">;
  readonly users: Pick<UserRepository, "findAll">;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly log: Log;
}

const MAX_ROOMS = 50;
/** Base64url characters of a room's id, 6 random bits each. */
const ID_LENGTH = 22;
const done = ok({});
const notFound = refused("room.notFound");

/** Rooms: made, looked at, entered, left, changed and closed. */
export class RoomDesk {
  constructor(private readonly ports: RoomPorts) {}

  /** Refuses with `room.tooMany` and `rate.limited`. */
  async create(owner: User, name: string): Promise<Result<WireRoom>> {
    const { rooms, ids, clock, limits, notifier, log } = this.ports;
    const limited = await limits.take("roomMake", owner.id);
    if (limited) return { ok: false, error: limited };
    const id = ids.secret().slice(0, ID_LENGTH);
    const room: Room = { id, ownerId: owner.id, name, locked: false, createdAt: clock.now(), callId: null };
    if (!(await rooms.add(room, MAX_ROOMS))) return refused("room.tooMany");
    notifier.toUser(owner.id, "room:changed", toWire(room, 0));
    log.info("room made", { user: owner.id });
    return ok(toWire(room, 0));
  }

  async list(ownerId: string): Promise<readonly WireRoom[]> {
    return (await this.ports.rooms.ofOwner(ownerId)).map((room) => toWire(room, room.inside));
  }

  /** What `user` sees at the door. `room.notFound` for what is not there, was closed, or is no room of this guest. */
  async look(user: User, roomId: RoomId): Promise<Result<RoomLook>> {
    const { rooms, users, limits } = this.ports;
    const limited = await limits.take("roomLook", user.id);
    if (limited) return { ok: false, error: limited };
    if (!mayKnow(user, roomId)) return notFound;
    const room = await rooms.find(roomId);
    const owner = room && (await users.findAll([room.ownerId])).get(room.ownerId);
    if (!room || !owner) return notFound;
    const seats = await rooms.seatsOf(roomId);
    const { id, name } = room;
    const mine = owner.id === user.id;
    return ok({ id, name, ownerName: owner.name, mine, door: doorOf(room, seats, user.id), inside: seats.length });
  }

  async change(owner: User, roomId: RoomId, change: Partial<Pick<Room, "name" | "locked">>): Promise<Result<WireRoom>> {
    const changed = await this.ports.rooms.change(roomId, owner.id, change);
    if (!changed) return notFound;
    return ok(await this.announce(changed));
  }

  /** Ends the room for everybody; from then on it is as if it had never been. */
  async close(owner: User, roomId: RoomId): Promise<Result<Record<string, never>>> {
    const { rooms, roomCalls, notifier, log } = this.ports;
    const room = await rooms.find(roomId);
    if (!room || room.ownerId !== owner.id) return notFound;
    const seats = await rooms.seatsOf(roomId);
    for (const seat of seats) await roomCalls.part(room, seat, "hungUp");
    const closed = await rooms.close(roomId, owner.id);
    if (!closed) return notFound;
    for (const seat of closed.seats) notifier.toDevice(seat, "room:left", { roomId, reason: "closed" });
    for (const session of closed.guestSessions) notifier.endSession(session);
    notifier.toUser(owner.id, "room:removed", { roomId });
    log.info("room closed", { user: owner.id });
    return done;
  }

  /**
   * Seats this device. Refuses with `room.notFound`, `room.locked`, `room.full`, `call.selfBusy` (in a call that is not
   * this room's) and `rate.limited`.
   */
  async enter(user: User, party: Party, roomId: RoomId): Promise<Result<Record<string, never>>> {
    const { rooms, roomCalls, calls, limits } = this.ports;
    const limited = await limits.take("roomEnter", user.id);
    if (limited) return { ok: false, error: limited };
    const known = mayKnow(user, roomId) ? await rooms.find(roomId) : null;
    if (!known) return notFound;
    await this.leaveOther(party, roomId);
    const live = await calls.liveOf(user.id);
    if (live && live.id !== known.callId) return refused("call.selfBusy");
    const entered = await rooms.enter(roomId, party, (room, taken) => chooseSeat(room, taken, party));
    if (!entered) return notFound;
    const { room, choice } = entered;
    if (choice.outcome !== "seated") return refused(choice.outcome === "full" ? "room.full" : "room.locked");
    this.replace(party, roomId, choice.replaced);
    // Who enters again, on another page or after a break, is not in the call of before any more.
    await roomCalls.part(room, party, "hungUp");
    await this.announce(room);
    await roomCalls.connect(roomId, party);
    return done;
  }

  /** Frees the seat of this device in this room and ends the call it had there. Not being inside is no fault. */
  leave(party: Party, roomId: RoomId): Promise<Result<Record<string, never>>> {
    return this.vacate(party, roomId, "hungUp");
  }

  /** A device had no connection for longer than a call may go without. */
  async partyLost(party: Party): Promise<void> {
    await this.vacate(party, null, "lost");
  }

  /** This person goes for good: their rooms are closed, and they leave the one they are in. */
  async leaveAll(user: User): Promise<void> {
    for (const { id } of await this.list(user.id)) await this.close(user, id);
    const seat = await this.ports.rooms.seatOf(user.id);
    if (seat) await this.vacate(seat, seat.roomId, "hungUp");
  }

  /** Everybody who is inside any room. */
  allInside(): Promise<readonly Seat[]> {
    return this.ports.rooms.allSeats();
  }

  /** One person is in one room: entering another one leaves the first. */
  private async leaveOther(party: Party, roomId: RoomId): Promise<void> {
    const seat = await this.ports.rooms.seatOf(party.userId);
    if (!seat || seat.roomId === roomId) return;
    await this.vacate(seat, seat.roomId, "hungUp");
    this.replace(party, seat.roomId, seat.deviceId === party.deviceId ? null : seat.deviceId);
  }

  private async vacate(party: Party, roomId: string | null, reason: "hungUp" | "lost") {
    const room = await this.ports.rooms.leave(party, roomId);
    if (!room) return done;
    await this.ports.roomCalls.part(room, party, reason);
    await this.announce(room);
    return done;
  }

  private replace(party: Party, roomId: string, replaced: string | null): void {
    if (replaced === null) return;
    const old = { userId: party.userId, deviceId: replaced };
    this.ports.notifier.toDevice(old, "room:left", { roomId, reason: "elsewhere" });
  }

  /** Tells the owner's devices how the room is now. */
  private async announce(room: Room): Promise<WireRoom> {
    const wire = toWire(room, (await this.ports.rooms.seatsOf(room.id)).length);
    this.ports.notifier.toUser(room.ownerId, "room:changed", wire);
    return wire;
  }
}

function mayKnow(user: User, roomId: RoomId): boolean {
  return user.guestOf === null || user.guestOf === roomId;
}

function toWire({ id, name, locked }: Room, inside: number): WireRoom {
  return { id, name, locked, inside };
}
