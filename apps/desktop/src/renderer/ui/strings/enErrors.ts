import type { Failure } from "../appContext";

/** What happened and what to do. A code without words fails the type check. */
export const errors: Record<Failure["code"], string> = {
  "auth.required": "You were logged out. Log in again.",
  "auth.invalidCredentials": "This name and password do not match. Check both and try again.",
  "auth.taken": "This is taken. Choose another.",
  "input.invalid": "Something here is not right. Check it and try again.",
  "input.passwordTooLong":
    "This password is too long. Use at most 72 characters; accented letters and emoji count more.",
  "input.tooLarge": "This is too long to send.",
  "protocol.version": "This version does not fit your server. Please update Sightline.",
  "origin.refused": "The server does not accept this address. Open Sightline at the server's own address.",
  "rate.limited": "Too many attempts. Wait a moment, then try again.",
  "user.notFound": "Nobody has this username. Check the spelling.",
  "contact.self": "That is you.",
  "contact.exists": "You have already added this person.",
  "contact.notFound": "This request is no longer there.",
  "call.unreachable": "This person cannot be reached right now.",
  "call.busy": "This person is in another call.",
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
