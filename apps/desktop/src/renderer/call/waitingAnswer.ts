import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallState } from "./callState";
import { ignored, type Step } from "./callStep";
import { answer } from "./callAnswer";
import { stopTimers } from "./inCallPhase";
import { openMedia } from "./localMedia";

/**
 * The user hangs up and answers who waited. Everything of the first call is closed before anything of the second opens, so
 * that no picture, sound or window of the one ever reaches the other; the camera stays off until it is asked for again. The
 * server ends the first call together with the acceptance of the second; its other side hears it directly, too.
 */
export function answerWaiting(state: CallState, event: Extract<StampedCallEvent, { type: "waitingAnswered" }>): Step {
  if (state.phase === "incoming" || state.phase === "outgoing") return ignored(state);
  const { call } = event;
  if (state.phase === "inCall" && state.callId === call.callId) return ignored(state);
  const media = openMedia(call.callId, { camera: false, share: false });
  const answered = answer(call, media.local, media.effects);
  if (state.phase !== "inCall") return answered;
  const { callId } = state;
  const leave: readonly CallEffect[] = [
    { type: "sendPeerMessage", callId, message: { type: "hangUp" } },
    ...stopTimers(state),
    { type: "closePeer", callId },
    { type: "releaseMedia", callId },
  ];
  const enter = answered.effects.map((effect) =>
    effect.type === "sendAccept" ? { ...effect, instead: callId } : effect,
  );
  return { state: answered.state, effects: [...leave, ...enter] };
}
