import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface SessionRow {
  id: string;
  userId: string;
  user?: UserRow;
  tokenDigest: string;
  client: string;
  deviceName: string | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export const sessionEntity = new EntitySchema<SessionRow>({
  name: "session",
  tableName: "sessions",
  columns: {
    id: { type: "uuid", primary: true, primaryKeyConstraintName: "sessions_pkey" },
    userId: { type: "uuid", name: "user_id" },
    tokenDigest: { type: "text", name: "token_digest" },
    client: { type: "text" },
    deviceName: { type: "text", name: "device_name", nullable: true },
    createdAt: { type: "timestamptz", name: "created_at" },
    lastSeenAt: { type: "timestamptz", name: "last_seen_at" },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "sessions_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  uniques: [{ name: "sessions_token_digest_key", columns: ["tokenDigest"] }],
  indices: [{ name: "sessions_user_id_idx", columns: ["userId"] }],
});
