import type { CallKind, EndReason } from "@sightline/protocol";
import type { RingingCall } from "../../domain/calls/callRepository";
import type { CallSession, CallState } from "../../domain/calls/callSession";
import type { CallRow } from "../entities/callEntity";

// The words in kind, state and reason were written by this server from closed lists; the casts say so.
export function toSession(row: CallRow): CallSession {
  return {
    id: row.id,
    caller: { userId: row.callerId, deviceId: row.callerDevice },
    calleeId: row.calleeId,
    calleeDevice: row.calleeDevice,
    warmDevice: row.warmDevice,
    kind: row.kind as CallKind,
    state: row.state as CallState,
    reason: row.reason as EndReason | null,
    startedAt: row.startedAt,
    answeredAt: row.answeredAt,
    endedAt: row.endedAt,
    ringDeadline: row.ringDeadline,
    waiting: row.waiting,
    version: row.version,
  };
}

export function toRow(session: CallSession): Omit<CallRow, "offer" | "candidates"> {
  const { caller, ...rest } = session;
  return { ...rest, callerId: caller.userId, callerDevice: caller.deviceId };
}

/** Null for a call that rings no more: its offer is gone. */
export function toRinging(row: CallRow): RingingCall | null {
  return row.offer && { session: toSession(row), offer: row.offer, candidates: row.candidates };
}
