import type { DeviceState } from "../../call/callView";
import type { AppContext, NoticeKey } from "../appContext";
import { type NoticeWords, swaps } from "./enSwaps";
import { invitations } from "./enInvitations";
import { rooms } from "./enRooms";

type Platform = AppContext["platform"];
type Device = "microphone" | "camera";
/** A state of a device that keeps it from working. */
export type DeviceTrouble = Exclude<DeviceState, "on" | "off" | "opening">;

const titles: Record<DeviceTrouble, (device: Device) => string> = {
  blocked: (device) => `Your ${device} is blocked`,
  missing: (device) => `No ${device} found`,
  busy: (device) => `Your ${device} is in use`,
  failed: (device) => `Your ${device} stopped working`,
};

/** Where permission is given back, by system. */
function unblock(device: Device, { kind, system }: Platform): string {
  if (kind === "browser") {
    if (system === "ios")
      return `Tap the page button in the address bar, open Website Settings and allow the ${device}.`;
    if (system === "android") return `Tap the icon left of the address, open Permissions and allow the ${device}.`;
    return `Allow the ${device} with the icon left of the address bar, then try again.`;
  }
  if (system === "linux") return `Your system refused it. Allow the ${device} for Sightline, then try again.`;
  return `Allow Sightline to use the ${device} in your system's privacy settings, then try again.`;
}

const again: Record<Device, string> = { microphone: "then unmute", camera: "then turn the camera on again" };

const fixes: Record<DeviceTrouble, (device: Device, platform: Platform) => string> = {
  blocked: unblock,
  missing: (device) => `Plug one in, ${again[device]}. The call goes on without it.`,
  busy: (device) => `Another program is using your ${device}. Close it, ${again[device]}.`,
  failed: (device) => `It may have been unplugged. Check it, ${again[device]}.`,
};

/** What is wrong with a device and what to do; the call goes on with what there is. */
export const deviceProblems = { titles, fixes, openSettings: "Open system settings" };

/** Words of what happened by itself. */
export const notices: Record<NoticeKey, NoticeWords> = {
  contactRequestReceived: (name) => `${name} wants to add you.`,
  contactRequestSent: (name) => `Request sent to ${name}.`,
  contactAccepted: (name) => `${name} is now one of your contacts.`,
  shareEndedByPeer: (name) => `${name} stopped sharing.`,
  shareClosedByPeer: (name) => `${name}'s window was closed, so the sharing has ended.`,
  shareEnded: () => "You stopped sharing.",
  shareClosed: () => "The window was closed, so the sharing has ended.",
  shareSwitchFailed: () => "The other window could not be shared. The first one goes on.",
  shareFailed: () => "Sharing did not start. Choose the window again.",
  shareBlocked: () =>
    "Your system does not allow sharing the screen. Allow it in the privacy settings, then share again.",
  ...swaps,
  microphoneSwitchFailed: () => "The other microphone could not be opened. The first one goes on.",
  cameraSwitchFailed: () => "The other camera could not be opened. The first one goes on.",
  notRemembered: () => "This system has no key store, so you stay logged in only until you quit.",
  linkToStranger: (name) => `${name} is not one of your contacts. Find them by username to add them.`,
  roomLinkCopied: () => rooms.linkCopied,
  roomLinkNotCopied: () => rooms.linkNotCopied,
  invitationCopied: () => invitations.copied,
  invitationNotCopied: () => invitations.notCopied,
  requestFailed: () => "That did not work. Check your connection and try again.",
};

/** When a notice is about somebody whose name is not known. */
export const somebody = "Somebody";
