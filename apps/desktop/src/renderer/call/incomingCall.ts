import type { Candidate } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { type IncomingCall, type InCall, MAX_HELD_CANDIDATES, nothingSent } from "./callState";
import type { Step } from "./callStep";
import type { LocalMedia } from "./callView";

type IncomingEvent = Extract<StampedCallEvent, { type: "incoming" }>;

/** How long we wait beyond the server's own deadline before we stop believing in it. */
const RING_GRACE_SECONDS = 10;
const CONNECT_MS = 20_000;

export function ringMs(ringSeconds: number): number {
  return (Math.max(0, ringSeconds) + RING_GRACE_SECONDS) * 1000;
}

export function callOf(event: IncomingEvent): IncomingCall {
  const { callId, peer, kind, offer, ringSeconds } = event;
  return { callId, peer, kind, offer, ringSeconds, candidates: [] };
}

/** Somebody calls: ring, and nothing else (R1). */
export function startRinging(call: IncomingCall | IncomingEvent): Step {
  const held = "candidates" in call ? call : callOf(call);
  return {
    state: { phase: "incoming", ...held },
    effects: [
      { type: "startRinging", direction: "incoming", peerName: held.peer.name },
      { type: "startTimer", callId: held.callId, timer: "ring", ms: ringMs(held.ringSeconds) },
    ],
  };
}

/** Keeps what the caller sends while it rings; the newest offer counts. The call itself when the event is none of that. */
export function hold<C extends IncomingCall>(call: C, event: StampedCallEvent): C {
  if (event.type === "candidatesReceived") {
    return { ...call, candidates: heldWith(call.candidates, event.candidates) };
  }
  if (event.type === "descriptionReceived" && event.description.type === "offer") {
    return { ...call, offer: event.description };
  }
  return call;
}

export function heldWith(held: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] {
  return [...held, ...more].slice(0, MAX_HELD_CANDIDATES);
}

/** Answers a call, with the orders that open the media in it. Only ever reached by a wish of the user. */
export function answer(call: IncomingCall, local: LocalMedia, media: readonly CallEffect[]): Step {
  const { callId, peer, kind } = call;
  const state: InCall = {
    phase: "inCall",
    callId,
    peer,
    kind,
    role: "callee",
    link: "connecting",
    connectedAt: null,
    failedOnce: false,
    local,
    remote: nothingSent,
  };
  const effects: CallEffect[] = [
    { type: "sendAccept", callId },
    { type: "openPeer", callId, role: "callee" },
    ...media,
    { type: "applyDescription", callId, description: call.offer },
  ];
  if (call.candidates.length > 0) effects.push({ type: "applyCandidates", callId, candidates: call.candidates });
  effects.push(connectTimer(callId));
  return { state, effects };
}

export function connectTimer(callId: string): CallEffect {
  return { type: "startTimer", callId, timer: "connect", ms: CONNECT_MS };
}
