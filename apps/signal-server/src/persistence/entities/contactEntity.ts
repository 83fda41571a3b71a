import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** One row per pair of people; `lowId` is the smaller of the two ids, so that both ask for the same row. */
export interface ContactRow {
  lowId: string;
  highId: string;
  low?: UserRow;
  high?: UserRow;
  requestedBy: string;
  requestedAt: Date;
  acceptedAt: Date | null;
}

export const contactEntity = new EntitySchema<ContactRow>({
  name: "contact",
  tableName: "contacts",
  columns: {
    lowId: { type: "uuid", primary: true, name: "low_id", primaryKeyConstraintName: "contacts_pkey" },
    highId: { type: "uuid", primary: true, name: "high_id", primaryKeyConstraintName: "contacts_pkey" },
    requestedBy: { type: "uuid", name: "requested_by" },
    requestedAt: { type: "timestamptz", name: "requested_at" },
    acceptedAt: { type: "timestamptz", name: "accepted_at", nullable: true },
  },
  relations: {
    low: toUser("low_id", "contacts_low_id_fkey"),
    high: toUser("high_id", "contacts_high_id_fkey"),
  },
  indices: [{ name: "contacts_high_id_idx", columns: ["highId"] }],
  checks: [{ name: "contacts_pair_order", expression: "low_id < high_id" }],
});
