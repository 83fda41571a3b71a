import { z } from "zod";

/** The closed list of error codes. `ui/` turns each into words; adding one without words fails the type check there. */
export const errorCode = z.enum([
  /** Not logged in, or the session was ended. */
  "auth.required",
  /** Wrong name, wrong e-mail or wrong password: never says which. */
  "auth.invalidCredentials",
  /** `field` is `username` or `email`. */
  "auth.taken",
  /** The input does not fit the schema; `field` names the first field at fault. */
  "input.invalid",
  /** Over 72 bytes of UTF-8: bcrypt would silently ignore the rest. */
  "input.passwordTooLong",
  "input.tooLarge",
  /** The client's protocol version is not the server's. */
  "protocol.version",
  /** The request came from a web origin that is not allowed. */
  "origin.refused",
  "rate.limited",
  "user.notFound",
  "contact.self",
  "contact.exists",
  "contact.notFound",
  /** The callee is no contact, has blocked the caller, or no device of theirs is connected: the same answer for all. */
  "call.unreachable",
  /** The callee is in another call. */
  "call.busy",
  /** The caller is already in a call. */
  "call.selfBusy",
  /** The callee is calling the caller at this very moment: answer that call instead. */
  "call.glare",
  /** No such call, or the requester is no party of it: the same answer for both. */
  "call.notFound",
  /** The call has moved on: answered elsewhere, cancelled, ended. */
  "call.wrongState",
  /** No such room, a closed one, or not this person's to change: the same answer for all. */
  "room.notFound",
  "room.full",
  "room.locked",
  /** This person has as many rooms as one may have. */
  "room.tooMany",
  /** The server lets nobody in without an account. */
  "guest.refused",
  "server.unavailable",
  "server.internal",
]);
export type ErrorCode = z.infer<typeof errorCode>;
