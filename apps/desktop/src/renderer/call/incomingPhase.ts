import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallOutcome, Incoming } from "./callState";
import { isAbout, type Step } from "./callStep";
import { withDevice } from "./otherDevice";
import { answer, hold } from "./incomingCall";
import { openMedia, releaseStrays } from "./localMedia";

/** It rings here: until the user accepts nothing opens and nothing leaves, whatever arrives. */
export function stepIncoming(state: Incoming, event: StampedCallEvent): Step {
  // A device of the call before this one may still be opening.
  if (!isAbout(event, state.callId)) return releaseStrays(state, event);
  const { callId } = state;
  switch (event.type) {
    case "acceptRequested": {
      const media = openMedia(callId, { camera: event.camera, share: false });
      const answered = answer(state, media.local, media.effects);
      return { state: answered.state, effects: [...silence(callId), ...answered.effects] };
    }
    case "declineRequested":
    case "hangUpRequested":
      return end(state, "declined", true, [{ type: "sendDecline", callId }]);
    case "endedByServer":
      return withDevice(end(state, event.reason, false), event);
    case "timerFired":
      return event.timer === "ring" ? end(state, "missed", false) : releaseStrays(state, event);
    case "candidatesReceived":
    case "descriptionReceived":
      return { state: hold(state, event), effects: [] };
    default:
      return releaseStrays(state, event);
  }
}

function silence(callId: string): readonly CallEffect[] {
  return [{ type: "stopRinging" }, { type: "stopTimer", callId, timer: "ring" }];
}

function end(state: Incoming, reason: CallOutcome, byMe: boolean, sends: readonly CallEffect[] = []): Step {
  const { callId, peer, kind } = state;
  return {
    state: { phase: "ended", callId, peer, kind, role: "callee", reason, byMe, durationSeconds: null },
    effects: [...sends, ...silence(callId)],
  };
}
