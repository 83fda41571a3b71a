import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallOutcome, Incoming } from "./callState";
import { isAbout, type Step } from "./callStep";
import { answer } from "./callAnswer";
import { withDevice } from "./otherDevice";
import { hold } from "./incomingCall";
import { openMedia, releaseStrays } from "./localMedia";
import { closeWarm, stepWarmCallee } from "./warmLink";

/** It rings here: until the user accepts no device opens and no media leaves, whatever arrives. */
export function stepIncoming(state: Incoming, event: StampedCallEvent): Step {
  // A device of the call before this one may still be opening.
  if (!isAbout(event, state.callId)) return releaseStrays(state, event);
  const { callId, warm } = state;
  const warmed = stepWarmCallee(state, event);
  if (warmed) return warmed;
  switch (event.type) {
    case "acceptRequested": {
      const media = openMedia(callId, { camera: event.camera, share: false });
      const answered = answer(state, media.local, media.effects, { warm, at: event.at });
      // The other side first: what falls silent here can wait the few ms that it takes.
      return { state: answered.state, effects: [...answered.effects, ...silence(callId)] };
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
    effects: [...sends, ...silence(callId), ...closeWarm(state)],
  };
}
