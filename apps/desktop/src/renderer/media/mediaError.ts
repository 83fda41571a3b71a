/** Why a device cannot be used; the same words as the call's `DeviceState`. */
export type MediaProblem = "blocked" | "missing" | "busy" | "failed";
/** `cancelled`: the person closed the picker without choosing. */
export type ShareProblem = MediaProblem | "cancelled";

const problems: Record<string, MediaProblem> = {
  NotAllowedError: "blocked",
  SecurityError: "blocked",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  // Firefox, for a device that another program holds.
  AbortError: "busy",
};

/** What went wrong in `getUserMedia` (https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia). */
export function mediaProblemOf(error: unknown): MediaProblem {
  return problems[nameOf(error)] ?? "failed";
}

/**
 * What went wrong in `getDisplayMedia` (https://www.w3.org/TR/screen-capture/#dom-mediadevices-getdisplaymedia). A
 * closed picker and a forbidden one share an error name; only the words tell them apart, and a closed picker is the
 * common case.
 */
export function shareProblemOf(error: unknown): ShareProblem {
  const name = nameOf(error);
  if (name === "SecurityError") return "blocked";
  if (name === "NotAllowedError") return /system|policy/i.test(messageOf(error)) ? "blocked" : "cancelled";
  // A window is never "in use by another program": it went away, or the system refused to draw it.
  return name === "NotFoundError" ? "missing" : "failed";
}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : "";
}

function messageOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : "";
}
