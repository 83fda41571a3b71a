import type { CallRecord, EndReason, ServerEventPayload, UserSummary } from "@sightline/protocol";
import type { CallSession } from "./domain/calls/callSession";
import type { RingingCall } from "./domain/calls/callRepository";
import { summaryOf, type User } from "./domain/users/user";

/** To the callee, a call that could not even ring is one they missed. */
function reasonSeenBy(session: CallSession, outgoing: boolean): EndReason {
  const reason = session.reason ?? "lost";
  const silent = reason === "busy" || reason === "unreachable" || reason === "doNotDisturb";
  return !outgoing && silent ? "missed" : reason;
}

/** An ended call as `askerId` sees it. */
export function toCallRecord(session: CallSession, askerId: string, peer: UserSummary): CallRecord {
  const outgoing = session.caller.userId === askerId;
  const { answeredAt, endedAt } = session;
  const talked = answeredAt && endedAt ? endedAt.getTime() - answeredAt.getTime() : null;
  return {
    id: session.id,
    peer,
    direction: outgoing ? "outgoing" : "incoming",
    kind: session.kind,
    reason: reasonSeenBy(session, outgoing),
    startedAt: session.startedAt.toISOString(),
    durationSeconds: talked === null ? null : Math.max(0, Math.round(talked / 1000)),
  };
}

export function toIncoming(
  ringing: RingingCall & { readonly ringSeconds: number },
  caller: User,
): ServerEventPayload<"call:incoming"> {
  const { session, offer, ringSeconds } = ringing;
  return { callId: session.id, from: summaryOf(caller), kind: session.kind, offer, ringSeconds };
}
