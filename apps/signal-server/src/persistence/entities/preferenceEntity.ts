import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** Only of people who have changed something. */
export interface PreferenceRow {
  userId: string;
  user?: UserRow;
  callableBy: string;
  /** Null: not chosen, so it is as the server's standard says. */
  foundByEmail: string | null;
  quiet: boolean;
  /** Null: until it is turned off. */
  quietUntil: Date | null;
}

export const preferenceEntity = new EntitySchema<PreferenceRow>({
  name: "preference",
  tableName: "preferences",
  columns: {
    userId: { type: "uuid", primary: true, name: "user_id", primaryKeyConstraintName: "preferences_pkey" },
    callableBy: { type: "text", name: "callable_by", default: "contacts" },
    foundByEmail: { type: "text", name: "found_by_email", nullable: true },
    quiet: { type: "boolean", default: false },
    quietUntil: { type: "timestamptz", name: "quiet_until", nullable: true },
  },
  relations: { user: toUser("user_id", "preferences_user_id_fkey") },
  indices: [{ name: "preferences_quiet_until_idx", columns: ["quietUntil"], where: "quiet" }],
});
