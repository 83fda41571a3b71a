import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

export interface BlockRow {
  blockerId: string;
  blockedId: string;
  blocker?: UserRow;
  blocked?: UserRow;
  createdAt: Date;
}

export const blockEntity = new EntitySchema<BlockRow>({
  name: "block",
  tableName: "blocks",
  columns: {
    blockerId: { type: "uuid", primary: true, name: "blocker_id", primaryKeyConstraintName: "blocks_pkey" },
    blockedId: { type: "uuid", primary: true, name: "blocked_id", primaryKeyConstraintName: "blocks_pkey" },
    createdAt: { type: "timestamptz", name: "created_at" },
  },
  relations: {
    blocker: toUser("blocker_id", "blocks_blocker_id_fkey"),
    blocked: toUser("blocked_id", "blocks_blocked_id_fkey"),
  },
  indices: [{ name: "blocks_blocked_id_idx", columns: ["blockedId"] }],
});
