import type { StampedCallEvent } from "./callEvents";
import type { Step } from "./callStep";

/**
 * Notes which other device of mine has taken the call. Two of them may accept at once: the refusal then comes first, and
 * the name after the end.
 */
export function withDevice(step: Step, event: Extract<StampedCallEvent, { type: "endedByServer" }>): Step {
  const { state, effects } = step;
  const elsewhere = event.reason === "answeredElsewhere" || event.reason === "declinedElsewhere";
  if (!elsewhere || !event.device || state.phase !== "ended" || state.callId !== event.callId) return step;
  return state.reason === event.reason ? { state: { ...state, device: event.device }, effects } : step;
}
