import { type ActivityKind, activityKind, type ErrorCode } from "@sightline/protocol";

/** Every kind of security event, in a closed list; `docs/accounts.md` says when each is written. */
export const securityKinds = [
  // About one person, who sees it on their account page.
  ...activityKind.options,
  // About the server, or somebody whose account is gone: in the log alone.
  "accountDeleted",
  "accessRefused",
  "originRefused",
  "rateLimited",
  "floodClosed",
] as const;
export type SecurityKind = (typeof securityKinds)[number];

/** From where something was done. */
export interface Caller {
  /** Keyed hash of the network address. */
  readonly address: string;
  /** What its person would call the device. */
  readonly deviceName: string | null;
}

export interface SecurityEvent extends Partial<Caller> {
  readonly kind: SecurityKind;
  /** Whose account it is about; left out where it is nobody's. */
  readonly userId?: string | undefined;
  readonly sessionId?: string | undefined;
  /** With refusals: what was asked for, by its name in the contract, and what was answered. */
  readonly event?: string | undefined;
  readonly code?: ErrorCode | undefined;
}

/** Is it shown to the person it is about? */
export function isActivity(kind: SecurityKind): kind is ActivityKind {
  return activityKind.safeParse(kind).success;
}

/** Something went wrong, or was tried that may not be. */
const warnings: ReadonlySet<SecurityKind> = new Set<SecurityKind>([
  "logInFailed",
  "twoFactorFailed",
  "accessRefused",
  "originRefused",
  "rateLimited",
  "floodClosed",
]);

export function isWarning(kind: SecurityKind): boolean {
  return warnings.has(kind);
}

/** Answers that hide whether a thing is not there or is not this person's. */
const hiding: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  "auth.required",
  "call.notFound",
  "room.notFound",
  "contact.notFound",
  "session.notFound",
]);

/** The kind of a refusal; null: no matter of security. `known`: it was somebody with a session who asked. */
export function kindOfRefusal(code: ErrorCode, known: boolean): SecurityKind | null {
  if (code === "rate.limited") return "rateLimited";
  if (code === "origin.refused") return "originRefused";
  return known && hiding.has(code) ? "accessRefused" : null;
}
