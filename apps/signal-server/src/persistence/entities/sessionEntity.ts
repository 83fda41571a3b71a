import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

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
    user: toUser("user_id", "sessions_user_id_fkey"),
  },
  uniques: [{ name: "sessions_token_digest_key", columns: ["tokenDigest"] }],
  indices: [{ name: "sessions_user_id_idx", columns: ["userId"] }],
});
