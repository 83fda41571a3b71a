import type { CallKind, CallRecord, EndReason } from "@sightline/protocol";
import type { CallRole, CallView, LinkState } from "../../call/callView";

type Ended = Extract<CallView, { screen: "ended" }>["reason"];
/** `device`: my other device that took the call, where its name is known. */
type Words = (name: string, byMe: boolean, device?: string) => string;

const kinds: Record<CallKind, string> = { audio: "Voice call", video: "Video call", share: "Window share" };

const links: Record<LinkState, string> = {
  connecting: "Connecting…",
  connected: "Connected",
  reconnecting: "Reconnecting…",
};

const nobodyReachable: Words = () => "The server cannot be reached. Check your connection, then try again.";
const tooMany: Words = () => "Too many calls in a short time. Wait a minute, then try again.";
const selfBusy: Words = () => "You are already in a call, perhaps on another device.";
const hungUp: Words = (name, byMe) => (byMe ? "Call ended." : `${name} hung up.`);
const failed: Words = (name) => `No connection to ${name} could be made.`;
const lost: Words = (name) => `The connection to ${name} was lost.`;
const answeredElsewhere: Words = (_name, _byMe, device = "another device") => `Answered on ${device}.`;
const declinedElsewhere: Words = (_name, _byMe, device = "another device") => `Declined on ${device}.`;
const declined: Words = (name) => `${name} declined the call.`;
const missedFrom: Words = (name) => `You missed a call from ${name}.`;

const ended: Record<Ended, Record<CallRole, Words>> = {
  hungUp: { caller: hungUp, callee: hungUp },
  declined: { caller: declined, callee: () => "You declined the call." },
  cancelled: { caller: () => "Call cancelled.", callee: missedFrom },
  missed: { caller: (name) => `${name} did not answer.`, callee: missedFrom },
  busy: {
    caller: (name) => `${name} is in another call.`,
    callee: (name) => `${name} called while you were in a call.`,
  },
  doNotDisturb: { caller: (name) => `${name} does not want to be disturbed.`, callee: missedFrom },
  unreachable: {
    caller: (name) => `${name} cannot be reached right now.`,
    callee: (name) => `The call from ${name} did not come through.`,
  },
  answeredElsewhere: { caller: (name) => `${name} answered on another device.`, callee: answeredElsewhere },
  declinedElsewhere: { caller: declined, callee: declinedElsewhere },
  failed: { caller: failed, callee: failed },
  lost: { caller: lost, callee: lost },
  selfBusy: { caller: selfBusy, callee: selfBusy },
  rateLimited: { caller: tooMany, callee: tooMany },
  serverAway: { caller: nobodyReachable, callee: nobodyReachable },
};

/** What a person can do about it; most endings need nothing. */
const endedAdvice: Partial<Record<Ended, string>> = {
  doNotDisturb: "Nothing rang. Your call stands in their list of missed calls.",
  failed: "A firewall may be in the way. Try another network, or ask whoever runs your server about its relay.",
  lost: "Check the network on both sides, then call again.",
};

const history: Record<EndReason, Record<CallRecord["direction"], string | null>> = {
  hungUp: { outgoing: null, incoming: null },
  declined: { outgoing: "Declined", incoming: "You declined" },
  cancelled: { outgoing: "Cancelled", incoming: "Missed" },
  missed: { outgoing: "No answer", incoming: "Missed" },
  busy: { outgoing: "Busy", incoming: "Missed, you were in a call" },
  doNotDisturb: { outgoing: "Did not want to be disturbed", incoming: "Missed" },
  unreachable: { outgoing: "Could not be reached", incoming: "Did not come through" },
  answeredElsewhere: { outgoing: null, incoming: "Answered on another device" },
  declinedElsewhere: { outgoing: "Declined", incoming: "You declined on another device" },
  failed: { outgoing: "No connection", incoming: "No connection" },
  lost: { outgoing: "Connection lost", incoming: "Connection lost" },
};

/** Words of calling and of calls gone by. */
export const calls = {
  kinds,
  links,
  ended,
  endedAdvice,
  history,
  directions: { outgoing: "Outgoing", incoming: "Incoming" },
  call: "Call",
  videoCall: "Video call",
  shareWindow: "Share a window",
  reaching: (name: string) => `Reaching ${name}…`,
  ringing: "Ringing…",
  incoming: (name: string) => `${name} is calling`,
  incomingHint: "Answer or decline in Sightline.",
  incomingKinds: {
    audio: "Voice call",
    video: "Video call",
    share: "Wants to show you a window",
  } satisfies Record<CallKind, string>,
  accept: "Accept",
  acceptCall: "Accept call",
  withVideo: "With video",
  acceptWithVideo: "Accept with video",
  decline: "Decline",
  declineCall: "Decline call",
  cancel: "Cancel",
  callAgain: "Call again",
  with: (name: string) => `Call with ${name}`,
  elapsed: "Elapsed time",
  controls: "Call controls",
  mute: "Mute",
  unmute: "Unmute",
  camera: "Camera",
  cameraOn: "Turn camera on",
  cameraOff: "Turn camera off",
  switch: "Switch",
  switchCamera: "Switch camera",
  share: "Share",
  stop: "Stop",
  stopSharing: "Stop sharing",
  settings: "Settings",
  hangUp: "Hang up",
  peerMuted: (name: string) => `${name} is muted`,
  peerCameraOff: "Camera off",
  youMuted: "You are muted",
  you: "You",
  tiles: {
    remoteCamera: (name: string) => `${name}'s camera`,
    remoteShare: (name: string) => `${name}'s shared window`,
    localCamera: "Your camera",
    localShare: "Your shared window",
  },
};
