import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface RoomRow {
  /** The link itself: an owner must be able to copy it again, so no digest of it would do. */
  id: string;
  ownerId: string;
  owner?: UserRow;
  name: string;
  locked: boolean;
  createdAt: Date;
  callId: string | null;
}

export const roomEntity = new EntitySchema<RoomRow>({
  name: "room",
  tableName: "rooms",
  columns: {
    id: { type: "text", primary: true, primaryKeyConstraintName: "rooms_pkey" },
    ownerId: { type: "uuid", name: "owner_id" },
    name: { type: "text" },
    locked: { type: "boolean" },
    createdAt: { type: "timestamptz", name: "created_at" },
    callId: { type: "uuid", name: "call_id", nullable: true },
  },
  relations: {
    owner: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "owner_id", foreignKeyConstraintName: "rooms_owner_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  indices: [{ name: "rooms_owner_id_idx", columns: ["ownerId"] }],
});
