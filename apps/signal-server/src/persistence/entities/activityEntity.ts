import type { ActivityKind } from "@sightline/protocol";
import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface ActivityRow {
  id: string;
  userId: string;
  user?: UserRow;
  kind: ActivityKind;
  deviceName: string | null;
  at: Date;
}

/** Security events about one person. */
export const activityEntity = new EntitySchema<ActivityRow>({
  name: "activity",
  tableName: "activities",
  columns: {
    // In the order they were written: times alone may be the same.
    id: { type: "bigint", primary: true, generated: "increment", primaryKeyConstraintName: "activities_pkey" },
    userId: { type: "uuid", name: "user_id" },
    kind: { type: "text" },
    deviceName: { type: "text", name: "device_name", nullable: true },
    at: { type: "timestamptz" },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "activities_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  indices: [
    { name: "activities_user_id_idx", columns: ["userId", "at"] },
    { name: "activities_at_idx", columns: ["at"] },
  ],
});
