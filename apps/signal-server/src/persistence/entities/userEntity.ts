import { EntitySchema } from "typeorm";
import type { RoomRow } from "./roomEntity";

export interface UserRow {
  id: string;
  name: string;
  username: string;
  email: string;
  /** They have proved that they read it. */
  emailProved: boolean;
  passwordHash: string;
  passwordVersion: number;
  createdAt: Date;
  /** Signed up where that must be confirmed, and has not yet. */
  unconfirmed: boolean;
  pictureId: string | null;
  /** The one room this guest may join; null for accounts. */
  guestOf: string | null;
  room?: RoomRow | null;
}

// The indexes on lower(username) and lower(email) are expressions, which an EntitySchema cannot hold; they live
// in the migration alone, and the schema comparison does not see expression indexes.
export const userEntity = new EntitySchema<UserRow>({
  name: "user",
  tableName: "users",
  columns: {
    id: { type: "uuid", primary: true, primaryKeyConstraintName: "users_pkey" },
    name: { type: "text" },
    username: { type: "text" },
    email: { type: "text" },
    emailProved: { type: "boolean", name: "email_proved", default: false },
    passwordHash: { type: "text", name: "password_hash" },
    passwordVersion: { type: "integer", name: "password_version", default: 0 },
    createdAt: { type: "timestamptz", name: "created_at" },
    unconfirmed: { type: "boolean", default: false },
    pictureId: { type: "text", name: "picture_id", nullable: true },
    guestOf: { type: "text", name: "guest_of", nullable: true },
  },
  relations: {
    room: {
      type: "many-to-one",
      target: "room",
      joinColumn: { name: "guest_of", foreignKeyConstraintName: "users_guest_of_fkey" },
      onDelete: "CASCADE",
      nullable: true,
    },
  },
  indices: [{ name: "users_guest_of_idx", columns: ["guestOf"] }],
});
