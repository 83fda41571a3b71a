import type { Candidate, Description } from "@sightline/protocol";
import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

export interface CallRow {
  id: string;
  callerId: string;
  caller?: UserRow;
  callerDevice: string;
  calleeId: string;
  callee?: UserRow;
  calleeDevice: string | null;
  warmDevice: string | null;
  kind: string;
  state: string;
  reason: string | null;
  startedAt: Date;
  answeredAt: Date | null;
  endedAt: Date | null;
  ringDeadline: Date;
  waiting: boolean;
  version: number;
  /** Only while it rings, for devices that connect late. */
  offer: Description | null;
  candidates: Candidate[];
}

export const callEntity = new EntitySchema<CallRow>({
  name: "call",
  tableName: "calls",
  columns: {
    id: { type: "uuid", primary: true, primaryKeyConstraintName: "calls_pkey" },
    callerId: { type: "uuid", name: "caller_id" },
    callerDevice: { type: "uuid", name: "caller_device" },
    calleeId: { type: "uuid", name: "callee_id" },
    calleeDevice: { type: "uuid", name: "callee_device", nullable: true },
    warmDevice: { type: "uuid", name: "warm_device", nullable: true },
    kind: { type: "text" },
    state: { type: "text" },
    reason: { type: "text", nullable: true },
    startedAt: { type: "timestamptz", name: "started_at" },
    answeredAt: { type: "timestamptz", name: "answered_at", nullable: true },
    endedAt: { type: "timestamptz", name: "ended_at", nullable: true },
    ringDeadline: { type: "timestamptz", name: "ring_deadline" },
    waiting: { type: "boolean", default: false },
    version: { type: "integer" },
    offer: { type: "jsonb", nullable: true },
    candidates: { type: "jsonb", default: [] },
  },
  relations: {
    caller: toUser("caller_id", "calls_caller_id_fkey"),
    callee: toUser("callee_id", "calls_callee_id_fkey"),
  },
  indices: [
    { name: "calls_caller_id_started_at_idx", columns: ["callerId", "startedAt"] },
    { name: "calls_callee_id_started_at_idx", columns: ["calleeId", "startedAt"] },
    {
      name: "calls_waiting_key",
      columns: ["calleeId"],
      unique: true,
      where: "((state = 'ringing'::text) AND waiting)",
    },
    { name: "calls_ring_deadline_idx", columns: ["ringDeadline"], where: "(state = 'ringing'::text)" },
  ],
});
