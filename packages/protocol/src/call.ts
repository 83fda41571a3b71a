import { z } from "zod";
import { callId } from "./ids";
import { userSummary } from "./user";

/** How the caller starts: voice only, with camera, or straight into sharing a window. */
export const callKind = z.enum(["audio", "video", "share"]);
export type CallKind = z.infer<typeof callKind>;

/** Why a call ended. The same word for both sides; the UI words it by role. */
export const endReason = z.enum([
  /** Somebody hung up after the call was answered. */
  "hungUp",
  /** The callee said no. */
  "declined",
  /** The caller gave up before an answer. */
  "cancelled",
  /** Nobody answered in time. */
  "missed",
  /** The callee is in another call. */
  "busy",
  /** The callee does not want to be disturbed; nothing rang. To the callee it is `missed`. */
  "doNotDisturb",
  /** No device of the callee could be reached, or they may not be called. */
  "unreachable",
  /** Another device of the callee answered. */
  "answeredElsewhere",
  /** Another device of the callee declined. */
  "declinedElsewhere",
  /** No connection between the two could be made. */
  "failed",
  /** The connection or the other app was lost during the call. */
  "lost",
]);
export type EndReason = z.infer<typeof endReason>;

/** How a call stands on the server. `reason` goes with `ended`, `anew` as in `call:accepted` with `active`. */
export const callStanding = z.object({
  state: z.enum(["ringing", "active", "ended"]),
  reason: endReason.optional(),
  anew: z.boolean().optional(),
});
export type CallStanding = z.infer<typeof callStanding>;

/** A row of the history, seen from the person who asks. Times are ISO 8601 in UTC. */
export const callRecord = z.object({
  id: callId,
  peer: userSummary,
  direction: z.enum(["outgoing", "incoming"]),
  kind: callKind,
  reason: endReason,
  startedAt: z.iso.datetime(),
  /** Seconds from answer to end; null when it was never answered. */
  durationSeconds: z.number().int().nonnegative().nullable(),
});
export type CallRecord = z.infer<typeof callRecord>;
