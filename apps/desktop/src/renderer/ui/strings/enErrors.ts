import type { Failure } from "../appContext";

/** What happened and what to do. A code without words fails the type check. */
export const errors: Record<Failure["code"], string> = {
  "auth.required": "You were logged out. Log in again.",
  "session.notFound": "This device is logged out already.",
  "auth.invalidCredentials": "This name and password do not match. Check both and try again.",
  "auth.invalidCode": "This code is not right, or was used already. Enter a new one.",
  "auth.ticketExpired": "That took too long, or too many tries. Go back and enter your password again.",
  "twoFactor.isOn": "Two-step log-in is on already.",
  "auth.unconfirmed": "Confirm your account first: a mail tells you how.",
  "auth.taken": "This is taken. Choose another.",
  "signUp.closed": "This server takes no new accounts. Ask who runs it.",
  "signUp.invitation": "This invitation was used, withdrawn or has run out. Ask for a new one.",
  "signUp.domain": "This server takes no accounts with such an e-mail address.",
  "invitation.tooMany": "You have 20 open invitations, which is the most. Withdraw one first.",
  "invitation.notFound": "This invitation was used or has run out.",
  "input.invalid": "Something here is not right. Check it and try again.",
  "input.passwordTooLong":
    "This password is too long. Use at most 72 characters; accented letters and emoji count more.",
  "input.passwordTooShort": "This password is too short. Make it longer, for example with another word.",
  "input.passwordCommon": "This password is easy to guess. Add another word or two.",
  "input.passwordPersonal": "This password is easy to guess from your name or address. Use other words.",
  "proof.invalid":
    "This code does not work. Check it, or ask for a new mail: only the newest works, once, for 15 minutes.",
  "input.tooLarge": "This is too long to send.",
  "picture.unreadable": "This is no picture that can be read. Choose a JPEG, PNG, WebP or GIF file.",
  "picture.tooManyPixels": "This picture is too large. Choose a smaller one.",
  "protocol.version": "This version does not fit your server. Please update Sightline.",
  "origin.refused": "The server does not accept this address. Open Sightline at the server's own address.",
  "rate.limited": "Too many attempts. Wait a moment, then try again.",
  "user.notFound": "Nobody has this username. Check the spelling.",
  "contact.self": "That is you.",
  "contact.exists": "You have already added this person.",
  "contact.notFound": "This request is no longer there.",
  "contact.blocked": "You have blocked this person. Unblock them in your account first.",
  "call.unreachable": "This person cannot be reached right now.",
  "call.busy": "This person is in another call.",
  "call.doNotDisturb": "This person does not want to be disturbed.",
  "call.selfBusy": "You are already in a call.",
  "call.glare": "This person is calling you right now.",
  "call.notFound": "This call is over.",
  "call.wrongState": "This call is over or was answered elsewhere.",
  "room.notFound": "This room is not there any more. Ask for a new link.",
  "room.full": "Two people are in this room already. Wait until one leaves.",
  "room.locked": "This room is locked. Ask its owner to unlock it.",
  "room.tooMany": "You have 50 rooms, which is the most. Close one first.",
  "guest.refused": "This server lets nobody in without an account. Log in or sign up.",
  "server.unavailable": "The server is busy. Try again in a moment.",
  "server.internal": "The server had a problem. Try again in a moment.",
  "network.unreachable": "The server cannot be reached. Check your connection and try again.",
};

/** Adds the wait a server asked for. */
export function withWait(words: string, seconds: number | undefined): string {
  if (!seconds) return words;
  if (seconds < 90) return `Too many attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  return `Too many attempts. Try again in ${Math.ceil(seconds / 60)} minutes.`;
}
