import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { Incoming, Outgoing } from "./callState";
import { ignored, type Step } from "./callStep";
import { candidateMessages } from "./candidateMessages";
import { hold } from "./incomingCall";

/**
 * A connection that is made while it rings, so that an answered call has nothing left to do but to send: ICE and DTLS, without
 * any track. It gives consent to nothing; the answer alone does. Null: the event is not about it.
 */
export function stepWarmCallee(state: Incoming, event: StampedCallEvent): Step | null {
  const { callId, warm } = state;
  if (event.type === "warmGranted" && warm === "asked") return open(state);
  if (!stands(state)) return null;
  switch (event.type) {
    case "descriptionReceived":
      if (event.attempt || event.description.type !== "offer") return null;
      return {
        state: hold(state, event),
        effects: [{ type: "applyDescription", callId, description: event.description }],
      };
    case "candidatesReceived":
      if (event.attempt) return null;
      return { state, effects: [{ type: "applyCandidates", callId, candidates: event.candidates }] };
    case "descriptionReady":
      return { state, effects: [{ type: "sendDescription", callId, description: event.description }] };
    case "candidatesReady":
      return { state, effects: candidateMessages(callId, event.candidates) };
    case "peerConnected":
      return ignored({ ...state, warm: "connected" });
    case "peerInterrupted":
      return ignored({ ...state, warm: "open" });
    case "peerFailed":
      return { state: { ...state, warm: "failed" }, effects: [{ type: "closePeer", callId }] };
    default:
      return null;
  }
}

/** The same for who calls. Their connection is open from the start; it stays so until the call begins or ends. */
export function stepWarmCaller(state: Outgoing, event: StampedCallEvent): Step | null {
  const { callId, warm } = state;
  if (event.type === "descriptionReceived") return takeAnswer(state, event);
  if (!stands(state) && warm !== "failed") return null;
  switch (event.type) {
    case "candidatesReceived":
      if (event.attempt || warm === "failed") return ignored(state);
      return { state, effects: [{ type: "applyCandidates", callId, candidates: event.candidates }] };
    case "peerConnected":
      return ignored(warm === "failed" ? state : { ...state, warm: "connected" });
    case "peerInterrupted":
      return ignored(warm === "failed" ? state : { ...state, warm: "open" });
    case "peerFailed":
      return ignored({ ...state, warm: "failed" });
    default:
      return null;
  }
}

/** What the callee's side has open while it rings. */
export function closeWarm(state: Incoming): readonly CallEffect[] {
  return stands(state) ? [{ type: "closePeer", callId: state.callId }] : [];
}

function stands({ warm }: Incoming | Outgoing): boolean {
  return warm === "open" || warm === "connected";
}

function open(state: Incoming): Step {
  const { callId, offer, candidates } = state;
  const effects: CallEffect[] = [
    { type: "openPeer", callId, role: "callee" },
    { type: "applyDescription", callId, description: offer },
  ];
  if (candidates.length > 0) effects.push({ type: "applyCandidates", callId, candidates });
  return { state: { ...state, warm: "open" }, effects };
}

/** An answer may come while it rings, or overtake the news of the acceptance. It is no consent by itself (R3). */
function takeAnswer(state: Outgoing, event: Extract<StampedCallEvent, { type: "descriptionReceived" }>): Step {
  const { callId, invite, mayWarm, warm, heldRemote } = state;
  const { description } = event;
  if (event.attempt || description.type !== "answer") return ignored(state);
  if (!mayWarm || warm !== "none" || (invite !== "sent" && invite !== "acknowledged")) {
    return ignored(warm === "none" ? { ...state, heldAnswer: description } : state);
  }
  const effects: CallEffect[] = [{ type: "applyDescription", callId, description }];
  if (heldRemote.length > 0) effects.push({ type: "applyCandidates", callId, candidates: heldRemote });
  return { state: { ...state, warm: "open", heldRemote: [] }, effects };
}
