import type { DataSource, EntityManager } from "typeorm";
import type { Room, Seat } from "../../domain/rooms/room";
import type { RoomRepository } from "../../domain/rooms/roomRepository";
import { roomEntity, type RoomRow } from "../entities/roomEntity";
import { roomSeatEntity, type RoomSeatRow } from "../entities/roomSeatEntity";

/** Counts and adds in one statement on the locked owner, so that many at once do not make more than are allowed. */
const LOCK_OWNER = "SELECT id FROM users WHERE id = $1 FOR UPDATE";
const COUNTED = `
  SELECT r.*, (SELECT count(*)::int FROM room_seats s WHERE s.room_id = r.id) AS inside
  FROM rooms r WHERE r.owner_id = $1 ORDER BY r.created_at, r.id`;
const GUEST_SESSIONS = "SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.guest_of = $1";

interface CountedRow {
  readonly id: string;
  readonly owner_id: string;
  readonly name: string;
  readonly locked: boolean;
  readonly created_at: Date;
  readonly call_id: string | null;
  readonly inside: number;
}

function toRoom({ id, ownerId, name, locked, createdAt, callId }: RoomRow): Room {
  return { id, ownerId, name, locked, createdAt, callId };
}

function toSeat({ roomId, seat, userId, deviceId }: RoomSeatRow): Seat {
  return { roomId, seat, userId, deviceId };
}

/** Nobody else can change this room, its seats or its end until the transaction is over. */
async function lockedRoom(manager: EntityManager, id: string): Promise<Room | null> {
  const row = await manager.findOne(roomEntity, { where: { id }, lock: { mode: "pessimistic_write" } });
  return row && toRoom(row);
}

async function seatsIn(manager: EntityManager, roomId: string): Promise<Seat[]> {
  return (await manager.find(roomSeatEntity, { where: { roomId }, order: { seat: "ASC" } })).map(toSeat);
}

function enterer(dataSource: DataSource): RoomRepository["enter"] {
  return (id, { userId, deviceId }, choose) =>
    dataSource.transaction(async (manager) => {
      const room = await lockedRoom(manager, id);
      if (!room) return null;
      const choice = choose(room, await seatsIn(manager, id));
      if (choice.outcome === "seated") {
        await manager.delete(roomSeatEntity, { userId });
        await manager.insert(roomSeatEntity, { roomId: id, seat: choice.seat, userId, deviceId });
      }
      return { room, choice };
    });
}

/** All that only reads. */
function createRoomQueries(dataSource: DataSource) {
  const { manager } = dataSource;
  return {
    async find(id) {
      const row = await manager.findOneBy(roomEntity, { id });
      return row && toRoom(row);
    },
    seatsOf: (roomId) => seatsIn(manager, roomId),
    async ofOwner(ownerId) {
      const rows: CountedRow[] = await dataSource.query(COUNTED, [ownerId]);
      return rows.map(({ id, name, locked, created_at: createdAt, call_id: callId, inside }) => {
        return { id, ownerId, name, locked, createdAt, callId, inside };
      });
    },
    async seatOf(userId) {
      const row = await manager.findOneBy(roomSeatEntity, { userId });
      return row && toSeat(row);
    },
    allSeats: async () => (await manager.find(roomSeatEntity)).map(toSeat),
  } satisfies Partial<RoomRepository>;
}

export function createRoomRepository(dataSource: DataSource): RoomRepository {
  const { manager } = dataSource;
  return {
    ...createRoomQueries(dataSource),
    add: (room, most) =>
      dataSource.transaction(async (inside) => {
        await inside.query(LOCK_OWNER, [room.ownerId]);
        if ((await inside.countBy(roomEntity, { ownerId: room.ownerId })) >= most) return false;
        await inside.insert(roomEntity, room);
        return true;
      }),
    async change(id, ownerId, change) {
      const result = await manager.update(roomEntity, { id, ownerId }, change);
      if (result.affected !== 1) return null;
      const row = await manager.findOneBy(roomEntity, { id });
      return row && toRoom(row);
    },
    close: (id, ownerId) =>
      dataSource.transaction(async (inside) => {
        const room = await lockedRoom(inside, id);
        if (room?.ownerId !== ownerId) return null;
        const seats = await seatsIn(inside, id);
        const guestSessions: { id: string }[] = await inside.query(GUEST_SESSIONS, [id]);
        await inside.delete(roomEntity, { id });
        return { seats, guestSessions: guestSessions.map((session) => session.id) };
      }),
    enter: enterer(dataSource),
    leave: ({ userId, deviceId }, roomId) =>
      dataSource.transaction(async (inside) => {
        const where = { userId, deviceId, ...(roomId === null ? {} : { roomId }) };
        const seat = await inside.findOneBy(roomSeatEntity, where);
        const room = seat && (await lockedRoom(inside, seat.roomId));
        if (!room) return null;
        const freed = await inside.delete(roomSeatEntity, { userId, deviceId, roomId: room.id });
        return freed.affected === 1 ? room : null;
      }),
    async bindCall(id, before, callId) {
      const query = manager.createQueryBuilder().update(roomEntity).set({ callId }).where("id = :id", { id });
      const bound = await query.andWhere("call_id IS NOT DISTINCT FROM :before", { before }).execute();
      return bound.affected === 1;
    },
  };
}
