import { EntitySchema } from "typeorm";
import type { CallRow } from "./callEntity";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** The one seat each person has: whoever holds a row is in a live call. Its primary key decides every race for it. */
export interface CallSeatRow {
  userId: string;
  user?: UserRow;
  callId: string;
  call?: CallRow;
}

export const callSeatEntity = new EntitySchema<CallSeatRow>({
  name: "callSeat",
  tableName: "call_seats",
  columns: {
    userId: { type: "uuid", primary: true, name: "user_id", primaryKeyConstraintName: "call_seats_pkey" },
    callId: { type: "uuid", name: "call_id" },
  },
  relations: {
    user: toUser("user_id", "call_seats_user_id_fkey"),
    call: {
      type: "many-to-one",
      target: "call",
      joinColumn: { name: "call_id", foreignKeyConstraintName: "call_seats_call_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  indices: [{ name: "call_seats_call_id_idx", columns: ["callId"] }],
});
