import { EntitySchema } from "typeorm";
import type { RoomRow } from "./roomEntity";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** Who is inside. The primary key is the last word on the number of seats, the user's on one room per person. */
export interface RoomSeatRow {
  roomId: string;
  room?: RoomRow;
  seat: number;
  userId: string;
  user?: UserRow;
  deviceId: string;
}

export const roomSeatEntity = new EntitySchema<RoomSeatRow>({
  name: "roomSeat",
  tableName: "room_seats",
  columns: {
    roomId: { type: "text", primary: true, name: "room_id", primaryKeyConstraintName: "room_seats_pkey" },
    seat: { type: "smallint", primary: true, primaryKeyConstraintName: "room_seats_pkey" },
    userId: { type: "uuid", name: "user_id" },
    deviceId: { type: "uuid", name: "device_id" },
  },
  relations: {
    room: {
      type: "many-to-one",
      target: "room",
      joinColumn: { name: "room_id", foreignKeyConstraintName: "room_seats_room_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
    user: toUser("user_id", "room_seats_user_id_fkey"),
  },
  uniques: [{ name: "room_seats_user_id_key", columns: ["userId"] }],
  checks: [{ name: "room_seats_two", expression: "seat IN (1, 2)" }],
});
