import type { CallActivity } from "../shared/desktopApi";

export interface PermissionQuestion {
  /** Chromium's name of the permission, as Electron passes it. */
  readonly permission: string;
  /** Does the main frame of the interface ask? */
  readonly fromOurMainFrame: boolean;
  /** For `media`: what is wanted; empty for a screen capture on Electron before 45. */
  readonly mediaTypes: readonly string[];
  readonly phase: CallActivity["phase"];
  /** Was a source picked for sharing a moment ago? */
  readonly shareArmed: boolean;
}

/**
 * `local-network-access` and its parts are Chromium's question before a page reaches machines nearby: the call's other
 * side, or a server in the same house. The page's policy already limits which server that may be. Text is written to the
 * clipboard at a press of a button only; it is never read.
 */
const alwaysAllowed = new Set([
  "fullscreen",
  "notifications",
  "speaker-selection",
  "local-network-access",
  "local-network",
  "loopback-network",
  "clipboard-sanitized-write",
]);

/** Decides every permission (R39): nothing unless it is listed here. The callee's ring opens no device (R1). */
export function isPermitted(question: PermissionQuestion): boolean {
  if (!question.fromOurMainFrame) return false;
  if (alwaysAllowed.has(question.permission)) return true;
  if (isScreenCapture(question)) return question.shareArmed;
  return question.permission === "media" && (question.phase === "preview" || question.phase === "inCall");
}

/** Does the page ask for a picture of the screen? */
export function isScreenCapture({
  permission,
  mediaTypes,
}: Pick<PermissionQuestion, "permission" | "mediaTypes">): boolean {
  return permission === "display-capture" || (permission === "media" && mediaTypes.length === 0);
}
