/** Why a device cannot be used; the same words as the call's `DeviceState`. */
export type MediaProblem = "blocked" | "missing" | "busy" | "failed";
/** `cancelled`: the person closed the picker without choosing. */
export type ShareProblem = MediaProblem | "cancelled";

export declare function mediaProblemOf(error: unknown): MediaProblem;
export declare function shareProblemOf(error: unknown): ShareProblem;
