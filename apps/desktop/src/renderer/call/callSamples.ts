import type { Candidate, Description, UserSummary } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { step } from "./callMachine";
import { type CallState, idle } from "./callState";

/** Names and sequences the tests of the call machine share. */

export const ann: UserSummary = { id: "a0000000-0000-4000-8000-000000000001", name: "Ann", username: "ann" };
export const bob: UserSummary = { id: "b0000000-0000-4000-8000-000000000002", name: "Bob", username: "bob" };
export const mine = "10000000-0000-4000-8000-00000000000a";
export const theirs = "20000000-0000-4000-8000-00000000000b";
export const foreign = "30000000-0000-4000-8000-00000000000c";

export const offer: Description = { type: "offer", sdp: "v=0 offer" };
export const laterOffer: Description = { type: "offer", sdp: "v=0 later offer" };
export const answer: Description = { type: "answer", sdp: "v=0 answer" };
export const candidate = (n: number): Candidate => ({ candidate: `candidate:${n}`, sdpMid: "0" });

export const calling = (
  kind: "audio" | "video" | "share" = "audio",
  warm = false,
  stranger = false,
): StampedCallEvent => ({ type: "callRequested", callId: mine, peer: ann, kind, warm, stranger });
export const ringing = (more: { callId?: string; peer?: UserSummary; warm?: boolean } = {}): StampedCallEvent => ({
  type: "incoming",
  callId: more.callId ?? theirs,
  peer: more.peer ?? ann,
  kind: "video",
  offer,
  ringSeconds: 30,
  ...(more.warm && { warm: true }),
});
const invited: readonly StampedCallEvent[] = [
  calling(),
  { type: "descriptionReady", callId: mine, description: offer },
];
const acknowledged: readonly StampedCallEvent[] = [
  ...invited,
  { type: "inviteAcknowledged", callId: mine, ringSeconds: 30 },
];
const acceptedByThem: readonly StampedCallEvent[] = [...acknowledged, { type: "acceptedByPeer", callId: mine }];
const connectedCaller: readonly StampedCallEvent[] = [
  ...acceptedByThem,
  { type: "peerConnected", callId: mine, at: 1000 },
];
const accepted: readonly StampedCallEvent[] = [ringing(), { type: "acceptRequested", camera: true }];
const connectedCallee: readonly StampedCallEvent[] = [...accepted, { type: "peerConnected", callId: theirs, at: 1000 }];
const refusedForGlare: StampedCallEvent = { type: "inviteRefused", callId: mine, code: "call.glare" };

// The same with a connection that is made while it rings.
const warmCaller: readonly StampedCallEvent[] = [
  calling("video", true),
  { type: "descriptionReady", callId: mine, description: offer },
  { type: "inviteAcknowledged", callId: mine, ringSeconds: 30 },
];
const warmCallerOpen: readonly StampedCallEvent[] = [
  ...warmCaller,
  { type: "descriptionReceived", callId: mine, description: answer },
];
const warmCallerConnected: readonly StampedCallEvent[] = [
  ...warmCallerOpen,
  { type: "peerConnected", callId: mine, at: 500 },
];
const acceptedDirectly: StampedCallEvent = {
  type: "peerMessageReceived",
  callId: mine,
  message: { type: "accept" },
  at: 1000,
};
const warmAsked: readonly StampedCallEvent[] = [ringing({ warm: true })];
const warmOpen: readonly StampedCallEvent[] = [...warmAsked, { type: "warmGranted", callId: theirs }];
const warmConnected: readonly StampedCallEvent[] = [...warmOpen, { type: "peerConnected", callId: theirs, at: 500 }];

/** What leads to each situation a call can be in, for both roles. */
export const ways = {
  idle: [],
  preparing: [calling("video")],
  preparingShare: [calling("share")],
  sent: invited,
  sentWithRival: [...invited, ringing()],
  crossed: [...invited, refusedForGlare],
  acknowledged,
  glareAnswered: [...invited, ringing(), refusedForGlare],
  incoming: [ringing()],
  callerConnecting: acceptedByThem,
  callerConnected: connectedCaller,
  callerReconnecting: [...connectedCaller, { type: "peerInterrupted", callId: mine }],
  calleeConnecting: accepted,
  calleeConnected: connectedCallee,
  calleeReconnecting: [...connectedCallee, { type: "peerFailed", callId: theirs }],
  warmCaller,
  warmCallerOpen,
  warmCallerConnected,
  warmCallerFailed: [...warmCallerOpen, { type: "peerFailed", callId: mine }],
  callerUnconfirmed: [...warmCallerConnected, acceptedDirectly],
  callerAnew: [...warmCallerConnected, { type: "acceptedByPeer", callId: mine, anew: true }],
  warmAsked,
  warmOpen,
  warmConnected,
  warmFailed: [...warmOpen, { type: "peerFailed", callId: theirs }],
  calleeWarmConnected: [...warmConnected, { type: "acceptRequested", camera: true, at: 1000 }],
  calleeAnew: [...warmOpen, { type: "peerFailed", callId: theirs }, { type: "acceptRequested", camera: true }],
  callerEnded: [...connectedCaller, { type: "hangUpRequested", at: 61_500 }],
  calleeEnded: [ringing(), { type: "endedByServer", callId: theirs, reason: "cancelled" }],
} as const satisfies Record<string, readonly StampedCallEvent[]>;
export type Situation = keyof typeof ways;

export interface Run {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

export function run(events: readonly StampedCallEvent[], from: CallState = idle): Run {
  let state = from;
  const effects: CallEffect[] = [];
  for (const event of events) {
    const next = step(state, event);
    state = next.state;
    effects.push(...next.effects);
  }
  return { state, effects };
}

export function stateIn(situation: Situation): CallState {
  return run(ways[situation]).state;
}

/** What the last of `events` leads to, in a situation. */
export function after(situation: Situation, ...events: readonly StampedCallEvent[]): Run {
  const before = run(events.slice(0, -1), stateIn(situation)).state;
  return run(events.slice(-1), before);
}
