import { type CallKind, type EndReason, ok, refused, type Result } from "@sightline/protocol";
import type { Party } from "../ports";

export type CallState = "ringing" | "active" | "ended";

/** One call attempt from ring to end. Bound to one device of the caller from the start, of the callee once answered. */
export interface CallSession {
  readonly id: string;
  readonly caller: Party;
  readonly calleeId: string;
  readonly calleeDevice: string | null;
  /**
   * The one device of the callee that may connect while it rings; after the answer the one that goes on with the caller's
   * first connection. Null, or another than the one that answered, where that connection is of no use.
   */
  readonly warmDevice: string | null;
  readonly kind: CallKind;
  readonly state: CallState;
  readonly reason: EndReason | null;
  readonly startedAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
  readonly ringDeadline: Date;
  /** The callee is in another call, and has no seat for this one yet. */
  readonly waiting: boolean;
  /** Grows by one with every stored change; the change of a reader who saw an older one is refused. */
  readonly version: number;
}

export type CallCommand =
  | { readonly type: "warm"; readonly by: Party }
  /** `anew`: this device needs another connection than the one it made while it rang. */
  | { readonly type: "accept"; readonly by: Party; readonly anew?: boolean }
  /** `busy`: not now, because of another call; the caller is told just that. */
  | { readonly type: "decline"; readonly by: Party; readonly busy?: boolean }
  | { readonly type: "cancel"; readonly by: Party }
  | { readonly type: "hangUp"; readonly by: Party; readonly reason: "hungUp" | "failed" | "lost" }
  | { readonly type: "ringTimedOut" }
  /** Both chose the same id for their calls to one another: neither can be told from the other. */
  | { readonly type: "clash" }
  /** A device had no connection for longer than calls in `state` may go without. */
  | { readonly type: "partyLost"; readonly by: Party; readonly state: "ringing" | "active" };

/** Who has to be told after a step. `calleeDevices` are all of them, `butDevice` excepted. */
export type CallNotice =
  | { readonly to: "caller"; readonly event: "accepted"; readonly anew: boolean }
  | { readonly to: "caller" | "callee"; readonly event: "ended"; readonly reason: EndReason }
  | {
      readonly to: "calleeDevices";
      readonly butDevice: string | null;
      readonly event: "ended";
      readonly reason: EndReason;
    };

export interface CallStep {
  readonly session: CallSession;
  readonly notices: readonly CallNotice[];
}

type Role = "caller" | "callee" | "otherCalleeDevice";

/** The part `party` plays; null for strangers and for devices of the caller that did not start this call. */
export function roleOf(session: CallSession, party: Party): Role | null {
  const { caller, calleeId, calleeDevice } = session;
  if (party.userId === caller.userId) return party.deviceId === caller.deviceId ? "caller" : null;
  if (party.userId !== calleeId) return null;
  return calleeDevice === null || calleeDevice === party.deviceId ? "callee" : "otherCalleeDevice";
}

/** Is this a call that rings, from the one to the other? */
export function isRing(session: CallSession | null, fromId: string, toId: string): boolean {
  return session?.state === "ringing" && session.caller.userId === fromId && session.calleeId === toId;
}

/** What it takes for this person to be in the call no more. */
export function departure({ state, caller, calleeId, calleeDevice }: CallSession, userId: string): CallCommand {
  const by = caller.userId === userId ? caller : { userId: calleeId, deviceId: calleeDevice ?? "" };
  if (state === "active") return { type: "hangUp", by, reason: "hungUp" };
  return { type: caller.userId === userId ? "cancel" : "decline", by };
}

function end(session: CallSession, reason: EndReason, now: Date, notices: readonly CallNotice[]): Result<CallStep> {
  return ok({ session: { ...session, state: "ended", reason, endedAt: now }, notices });
}

const wrongState = refused("call.wrongState");

function warm(session: CallSession, by: Party): Result<CallStep> {
  const free = session.warmDevice === null || session.warmDevice === by.deviceId;
  if (session.state !== "ringing" || session.waiting || !free) return wrongState;
  return ok({ session: { ...session, warmDevice: by.deviceId }, notices: [] });
}

function accept(session: CallSession, by: Party, wantsAnew: boolean, now: Date): Result<CallStep> {
  // Said again, because the answer was lost with the connection or with the server.
  if (session.state === "active" && session.calleeDevice === by.deviceId) return ok({ session, notices: [] });
  // Who waits has no seat of the callee's yet: the running call must end first.
  if (session.state !== "ringing" || session.waiting || now >= session.ringDeadline) return wrongState;
  const isElsewhere = session.warmDevice !== null && session.warmDevice !== by.deviceId;
  const goesOn = wantsAnew ? null : by.deviceId;
  const warmDevice = isElsewhere ? session.warmDevice : goesOn;
  const active: CallSession = { ...session, state: "active", calleeDevice: by.deviceId, warmDevice, answeredAt: now };
  return ok({
    session: active,
    notices: [
      { to: "caller", event: "accepted", anew: needsAnew(active) },
      { to: "calleeDevices", butDevice: by.deviceId, event: "ended", reason: "answeredElsewhere" },
    ],
  });
}

/** Must the caller make another connection than the one it has made while it rang? A caller that was away asks later. */
export function needsAnew({ state, calleeDevice, warmDevice }: CallSession): boolean {
  return state === "active" && warmDevice !== calleeDevice;
}

function decline(session: CallSession, by: Party, busy: boolean, now: Date): Result<CallStep> {
  if (session.state !== "ringing") return wrongState;
  const reason = busy ? "busy" : "declined";
  return end(session, reason, now, [
    { to: "caller", event: "ended", reason },
    { to: "calleeDevices", butDevice: by.deviceId, event: "ended", reason: "declinedElsewhere" },
  ]);
}

function cancel(session: CallSession, now: Date): Result<CallStep> {
  if (session.state === "ringing") return ringOver(session, "cancelled", now, []);
  // The answer overtook the cancel: its sender no longer wants the call, and the callee must not talk to nobody (F4).
  if (session.state === "active") return hangUp(session, "caller", "hungUp", now);
  return wrongState;
}

function ringOver(
  session: CallSession,
  reason: "cancelled" | "missed" | "busy",
  now: Date,
  more: readonly CallNotice[],
): Result<CallStep> {
  return end(session, reason, now, [...more, { to: "calleeDevices", butDevice: null, event: "ended", reason }]);
}

function clash(session: CallSession, now: Date): Result<CallStep> {
  if (session.state !== "ringing") return wrongState;
  return end(session, "failed", now, [
    { to: "caller", event: "ended", reason: "failed" },
    { to: "calleeDevices", butDevice: null, event: "ended", reason: "failed" },
  ]);
}

function hangUp(session: CallSession, role: Role, reason: "hungUp" | "failed" | "lost", now: Date): Result<CallStep> {
  if (session.state !== "active" || role === "otherCalleeDevice") return wrongState;
  return end(session, reason, now, [{ to: role === "caller" ? "callee" : "caller", event: "ended", reason }]);
}

function partyLost(session: CallSession, role: Role, state: "ringing" | "active", now: Date): Result<CallStep> {
  if (session.state !== state || role === "otherCalleeDevice") return wrongState;
  if (state === "active") {
    return end(session, "lost", now, [
      { to: "caller", event: "ended", reason: "lost" },
      { to: "callee", event: "ended", reason: "lost" },
    ]);
  }
  if (role !== "caller") return wrongState;
  return ringOver(session, "cancelled", now, [{ to: "caller", event: "ended", reason: "cancelled" }]);
}

/**
 * The next state of a call, or `call.notFound` for those who are no party of it and `call.wrongState` for what the call
 * is past, not yet at, or not theirs to do. Pure: storing, telling and time are the caller's.
 */
export function step(session: CallSession, command: CallCommand, now: Date): Result<CallStep> {
  if (command.type === "ringTimedOut") {
    if (session.state !== "ringing" || now < session.ringDeadline) return wrongState;
    const reason = session.waiting ? "busy" : "missed";
    return ringOver(session, reason, now, [{ to: "caller", event: "ended", reason }]);
  }
  if (command.type === "clash") return clash(session, now);
  const role = roleOf(session, command.by);
  if (role === null) return refused("call.notFound");
  switch (command.type) {
    case "warm":
      return role === "caller" ? wrongState : warm(session, command.by);
    case "accept":
      return role === "caller" ? wrongState : accept(session, command.by, command.anew ?? false, now);
    case "decline":
      return role === "caller" ? wrongState : decline(session, command.by, command.busy ?? false, now);
    case "cancel":
      return role === "caller" ? cancel(session, now) : wrongState;
    case "hangUp":
      return hangUp(session, role, command.reason, now);
    case "partyLost":
      return partyLost(session, role, command.state, now);
  }
}
