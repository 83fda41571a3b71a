import type { StampedCallEvent } from "./callEvents";
import { type CallState, idle } from "./callState";
import { ignored, type Step } from "./callStep";
import { startCall } from "./callerSetup";
import { stepInCall } from "./inCallPhase";
import { stepIncoming } from "./incomingPhase";
import { startRinging } from "./incomingCall";
import { releaseStrays } from "./localMedia";
import { withDevice } from "./otherDevice";
import { stepOutgoing } from "./outgoingPhase";
import { meetInRoom } from "./roomCall";
import { answerWaiting } from "./waitingAnswer";

/**
 * The rules of a call: what happened, given where we are, and what is to be done about it. Pure and total: every event
 * in every state is either handled or ignored, and only the local user's own events give consent to send anything
 * (R1-R4 of the tests beside this file).
 */
export function step(state: CallState, event: StampedCallEvent): Step {
  if (event.type === "waitingAnswered") return answerWaiting(state, event);
  switch (state.phase) {
    case "idle":
    case "ended":
      return stepNoCall(state, event);
    case "outgoing":
      return stepOutgoing(state, event);
    case "incoming":
      return stepIncoming(state, event);
    case "inCall":
      return stepInCall(state, event);
  }
}

function stepNoCall(state: CallState, event: StampedCallEvent): Step {
  switch (event.type) {
    case "callRequested":
      return startCall(event);
    case "incoming":
      return startRinging(event);
    case "roomMet":
      return meetInRoom(event);
    case "endedDismissed":
      return ignored(idle);
    case "endedByServer":
      return withDevice(ignored(state), event);
    case "acceptedByPeer":
      // They accepted while our cancellation was on its way: nobody is left here to talk to.
      return { state, effects: [{ type: "sendHangUp", callId: event.callId, reason: "hungUp" }] };
    default:
      return releaseStrays(state, event);
  }
}
