import type { ErrorCode } from "./errors";

const statuses: Partial<Record<ErrorCode, number>> = {
  "auth.required": 401,
  "auth.invalidCredentials": 401,
  "auth.invalidCode": 401,
  "auth.ticketExpired": 401,
  "twoFactor.isOn": 409,
  "auth.unconfirmed": 403,
  "auth.taken": 409,
  "signUp.closed": 403,
  "signUp.invitation": 403,
  "signUp.domain": 403,
  "invitation.tooMany": 409,
  "invitation.notFound": 404,
  "contact.exists": 409,
  "input.tooLarge": 413,
  "picture.unreadable": 415,
  "picture.tooManyPixels": 413,
  "protocol.version": 426,
  "origin.refused": 403,
  "rate.limited": 429,
  "session.notFound": 404,
  "user.notFound": 404,
  "contact.notFound": 404,
  "contact.blocked": 409,
  "call.notFound": 404,
  "room.notFound": 404,
  "room.full": 409,
  "room.locked": 403,
  "room.tooMany": 409,
  "guest.refused": 403,
  "server.unavailable": 503,
  "server.internal": 500,
};

/** HTTP status (RFC 9110) that goes with a refusal. */
export function httpStatus(code: ErrorCode): number {
  return statuses[code] ?? 400;
}
