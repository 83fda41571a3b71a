import type { RoomProblem } from "../rooms/roomContext";
import { errors } from "./enErrors";

const problems: Partial<Record<RoomProblem, string>> = {
  closed: "The owner closed this room. Its link does not work any more.",
  elsewhere: "You entered a room on another device, so you left this one.",
  noConnection: "No connection between the two of you came about. Try again, or enter from another network.",
};

/** Words of rooms. */
export const rooms = {
  title: "Rooms",
  create: "New room",
  createWhy: "A room has a link. Whoever has it can come in, one person at a time with you.",
  name: "Name of the room",
  nameInvalid: "Enter a name of at most 60 characters.",
  open: (name: string) => `Open room ${name}`,
  copyLinkOf: (name: string) => `Copy link of ${name}`,
  copyLink: "Copy link",
  linkCopied: "Link copied. Send it to the person you want to meet.",
  linkNotCopied: "The link could not be copied. Copy it from the address bar instead.",
  inside: (count: number) => ["Nobody inside", "One person inside", "Two people inside"][count] ?? "",
  locked: "Locked",
  lock: "Lock",
  unlock: "Unlock",
  rename: "Rename",
  closeRoom: "Close room",
  closeTitle: (name: string) => `Close ${name}?`,
  closeWhy: "Whoever is inside is sent out, and the link never works again.",
  ownerTools: "Your room",
  by: (owner: string) => `Room of ${owner}`,
  mine: "Your room",
  looking: "Looking for the room…",
  preview: "Your camera",
  cameraOff: "Your camera is off",
  enter: "Enter",
  enterWaiting: (count: number) =>
    count === 0 ? "Nobody is inside yet." : "Somebody is inside. You will see and hear each other at once.",
  door: {
    open: "",
    locked: "The owner has locked this room. This page waits and tells you when it opens.",
    full: "This room is full: two people are inside. This page waits and tells you when there is room.",
  },
  back: "Back",
  leave: "Leave room",
  deadEnd: "You cannot enter this room",
  waiting: "Waiting for the other person…",
  waitingWhy: "Send them the link. You are connected as soon as they come in.",
  waitingInside: "Nobody is sent anything of you until then.",
  gate: "You are invited to a room",
  gateAccount: "Log in to go in. You decide about camera and microphone first.",
  gateGuest: "Or come in as a guest",
  yourName: "Your name",
  yourNameHint: "The other person sees it, marked as a guest's.",
  joinAsGuest: "Continue as guest",
  guest: "Guest",
  openInApp: "Open in the desktop app",
  problem: (why: RoomProblem): string => problems[why] ?? errors[why as keyof typeof errors],
};
