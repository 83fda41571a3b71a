import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface LogInTicketRow {
  digest: string;
  userId: string;
  user?: UserRow;
  attemptsLeft: number;
  passwordVersion: number;
  expiresAt: Date;
}

export const logInTicketEntity = new EntitySchema<LogInTicketRow>({
  name: "logInTicket",
  tableName: "log_in_tickets",
  columns: {
    digest: { type: "text", primary: true, primaryKeyConstraintName: "log_in_tickets_pkey" },
    userId: { type: "uuid", name: "user_id" },
    attemptsLeft: { type: "integer", name: "attempts_left" },
    passwordVersion: { type: "integer", name: "password_version" },
    expiresAt: { type: "timestamptz", name: "expires_at" },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "log_in_tickets_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  indices: [{ name: "log_in_tickets_user_id_idx", columns: ["userId"] }],
});
