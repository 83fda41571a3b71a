import { z } from "zod";

/** The closed list of error codes. `ui/` turns each into words; adding one without words fails the type check there. */
export const errorCode = z.enum([
  /** Not logged in, or the session was ended. */
  "auth.required",
  /** No such device, or not this person's: the same answer for both. */
  "session.notFound",
  /** Wrong name, wrong e-mail or wrong password: never says which. */
  "auth.invalidCredentials",
  /** A code of the authenticator app or a recovery code that is wrong, or was used before. */
  "auth.invalidCode",
  /** The password has to be given again: the second step of log-in came too late, or was tried too often. */
  "auth.ticketExpired",
  /** Two-step log-in is on already. */
  "twoFactor.isOn",
  /** The account waits for its address to be confirmed by the mail that was sent. */
  "auth.unconfirmed",
  /** `field` is `username` or `email`. */
  "auth.taken",
  /** The server's policy lets nobody make an account. */
  "signUp.closed",
  /** An invitation is needed, and none was given, or it was used, withdrawn or has run out: the same answer for all. */
  "signUp.invitation",
  /** The server takes addresses of certain domains only (`serverInfo`). */
  "signUp.domain",
  /** This person has as many open invitations as one may have. */
  "invitation.tooMany",
  "invitation.notFound",
  /** The input does not fit the schema; `field` names the first field at fault. */
  "input.invalid",
  /** Over 72 bytes of UTF-8: bcrypt would silently ignore the rest. */
  "input.passwordTooLong",
  /** Fewer characters than `serverInfo` tells. */
  "input.passwordTooShort",
  /** Among the first that anybody would try. */
  "input.passwordCommon",
  /** Made of the person's own names, their address or the product's name. */
  "input.passwordPersonal",
  "input.tooLarge",
  /** No JPEG, PNG, WebP or GIF, or a damaged one. */
  "picture.unreadable",
  /** Unpacked, the picture would be too large. */
  "picture.tooManyPixels",
  /** A mailed code or link that is wrong, used, too old or replaced by a newer one: the same answer for all. */
  "proof.invalid",
  /** The client's protocol version is not the server's. */
  "protocol.version",
  /** The request came from a web origin that is not allowed. */
  "origin.refused",
  "rate.limited",
  "user.notFound",
  "contact.self",
  "contact.exists",
  "contact.notFound",
  /** This person is on one's own list of blocked people. */
  "contact.blocked",
  /** The callee is no contact, has blocked the caller, or no device of theirs is connected: the same answer for all. */
  "call.unreachable",
  /** The callee is in another call. */
  "call.busy",
  /** The callee, a contact, does not want to be disturbed. Others get `call.unreachable`. */
  "call.doNotDisturb",
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
