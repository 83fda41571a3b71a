import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

/** One that was not used yet. */
export interface RecoveryCodeRow {
  userId: string;
  user?: UserRow;
  digest: string;
}

export const recoveryCodeEntity = new EntitySchema<RecoveryCodeRow>({
  name: "recoveryCode",
  tableName: "recovery_codes",
  columns: {
    userId: { type: "uuid", name: "user_id", primary: true, primaryKeyConstraintName: "recovery_codes_pkey" },
    digest: { type: "text", primary: true, primaryKeyConstraintName: "recovery_codes_pkey" },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "recovery_codes_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
});
