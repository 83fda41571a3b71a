import type { CallId } from "@sightline/protocol";
import type { StampedCallEvent } from "./callEvents";
import type { CallState, IncomingCall } from "./callState";
import { callOf, hold, ringMs } from "./incomingCall";

/**
 * A second call, which waits beside the one that runs. It holds what its caller sends and nothing more: it has no
 * connection, no device and no say in the running call. Only the user's answer makes a call of it, in the one machine that
 * may open anything.
 */
export interface Waiting {
  /** Who waits; null: nobody. */
  readonly call: IncomingCall | null;
  /** The call the user would not be bothered by any more. */
  readonly ignoredId: CallId | null;
}

export const nobodyWaits: Waiting = { call: null, ignoredId: null };

type Incoming = Extract<StampedCallEvent, { type: "incoming" }>;

export type WaitingEvent =
  | StampedCallEvent
  /** Wishes of the user about the one who waits. */
  | { readonly type: "answerWaitingRequested" }
  | { readonly type: "declineWaitingRequested" }
  | { readonly type: "ignoreWaitingRequested" }
  | { readonly type: "waitedTooLong"; readonly callId: CallId };

export type WaitingEffect =
  | { readonly type: "sendDecline"; readonly callId: CallId; readonly busy: boolean }
  /** Hang up the running call and answer this one. */
  | { readonly type: "answer"; readonly call: IncomingCall }
  | { readonly type: "startWaitingTimer"; readonly callId: CallId; readonly ms: number }
  | { readonly type: "stopWaitingTimer" };

export interface WaitingStep {
  readonly state: Waiting;
  readonly effects: readonly WaitingEffect[];
  /** The event was about the waiting call and is no business of the running one. */
  readonly taken: boolean;
}

interface Beside {
  /** The phase of the one call that may run. */
  readonly phase: CallState["phase"];
  readonly callId: CallId | null;
  /** What the user wants second callers to get. */
  readonly whenBusy: "wait" | "busy";
}

/** The rules of waiting. Pure and total, like those of the running call. */
export function stepWaiting(state: Waiting, event: WaitingEvent, beside: Beside): WaitingStep {
  if (event.type === "incoming") return event.waiting ? arrive(state, event, beside) : ring(state, event);
  const { call } = state;
  switch (event.type) {
    case "answerWaitingRequested":
      if (!call || beside.phase === "incoming" || beside.phase === "outgoing") return taken(state);
      return taken(nobodyWaits, [{ type: "stopWaitingTimer" }, { type: "answer", call }]);
    case "declineWaitingRequested":
      if (!call) return taken(state);
      return taken(nobodyWaits, [
        { type: "stopWaitingTimer" },
        { type: "sendDecline", callId: call.callId, busy: false },
      ]);
    case "ignoreWaitingRequested":
      if (!call) return taken(state);
      return taken({ call: null, ignoredId: call.callId }, [{ type: "stopWaitingTimer" }]);
    case "waitedTooLong":
      return taken(call?.callId === event.callId ? { ...state, call: null } : state);
    default:
      return follow(state, event);
  }
}

function taken(state: Waiting, effects: readonly WaitingEffect[] = []): WaitingStep {
  return { state, effects, taken: true };
}

function notMine(state: Waiting): WaitingStep {
  return { state, effects: [], taken: false };
}

/** Somebody calls while a call runs: kept, or refused at once if the user wants it so. */
function arrive(state: Waiting, event: Incoming, { phase, whenBusy, callId: runningId }: Beside): WaitingStep {
  const { callId } = event;
  // Beside a ring nothing waits: the server speaks of a call that is answered, or was a moment ago.
  const believable = phase !== "outgoing" && phase !== "incoming" && callId !== runningId;
  if (!believable || callId === state.ignoredId) return taken(state);
  if (whenBusy === "busy") return taken(state, [{ type: "sendDecline", callId, busy: true }]);
  return taken({ call: callOf(event), ignoredId: null }, [
    ...(state.call ? [{ type: "stopWaitingTimer" } as const] : []),
    { type: "startWaitingTimer", callId, ms: ringMs(event.ringSeconds) },
  ]);
}

/** It rings like any other now: the running call is over. Whom the user ignored stays silent here. */
function ring(state: Waiting, { callId }: Incoming): WaitingStep {
  if (callId === state.ignoredId) return taken(state);
  if (callId !== state.call?.callId) return notMine(state);
  return { state: nobodyWaits, effects: [{ type: "stopWaitingTimer" }], taken: false };
}

/** What its caller sends meanwhile, and its end. */
function follow(state: Waiting, event: StampedCallEvent): WaitingStep {
  const { call, ignoredId } = state;
  if (!("callId" in event)) return notMine(state);
  const isCall = call !== null && event.callId === call.callId;
  if (!isCall && event.callId !== ignoredId) return notMine(state);
  switch (event.type) {
    case "endedByServer":
      return isCall ? taken(nobodyWaits, [{ type: "stopWaitingTimer" }]) : taken({ ...state, ignoredId: null });
    case "candidatesReceived":
    case "descriptionReceived":
      return taken(isCall ? { ...state, call: hold(call, event) } : state);
    default:
      return notMine(state);
  }
}
