import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface TwoFactorRow {
  userId: string;
  user?: UserRow;
  sealedSecret: string;
  createdAt: Date;
  confirmedAt: Date | null;
  /** Time step of the newest code that was used; it and all before it are void. */
  lastStep: number | null;
}

export const twoFactorEntity = new EntitySchema<TwoFactorRow>({
  name: "twoFactor",
  tableName: "two_factors",
  columns: {
    userId: { type: "uuid", name: "user_id", primary: true, primaryKeyConstraintName: "two_factors_pkey" },
    sealedSecret: { type: "text", name: "sealed_secret" },
    createdAt: { type: "timestamptz", name: "created_at" },
    confirmedAt: { type: "timestamptz", name: "confirmed_at", nullable: true },
    lastStep: { type: "integer", name: "last_step", nullable: true },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "two_factors_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
});
