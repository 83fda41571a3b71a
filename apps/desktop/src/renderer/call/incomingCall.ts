import type { Candidate } from "@sightline/protocol";
import type { StampedCallEvent } from "./callEvents";
import { type IncomingCall, MAX_HELD_CANDIDATES } from "./callState";
import type { Step } from "./callStep";

type IncomingEvent = Extract<StampedCallEvent, { type: "incoming" }>;

/** How long we wait beyond the server's own deadline before we stop believing in it. */
const RING_GRACE_SECONDS = 10;

export function ringMs(ringSeconds: number): number {
  return (Math.max(0, ringSeconds) + RING_GRACE_SECONDS) * 1000;
}

export function callOf(event: IncomingEvent): IncomingCall {
  const { callId, peer, kind, offer, ringSeconds } = event;
  return { callId, peer, kind, offer, ringSeconds, candidates: [] };
}

/** Somebody calls: ring, and ask to connect meanwhile where both people let us. Nothing of ours is opened (R1). */
export function startRinging(call: IncomingCall | IncomingEvent): Step {
  const held = "candidates" in call ? call : callOf(call);
  const { callId, peer, ringSeconds } = held;
  const warm = "warm" in call && call.warm === true;
  return {
    state: { phase: "incoming", ...held, warm: warm ? "asked" : "none" },
    effects: [
      { type: "startRinging", direction: "incoming", peerName: peer.name },
      { type: "startTimer", callId, timer: "ring", ms: ringMs(ringSeconds) },
      ...(warm ? [{ type: "sendWarm", callId } as const] : []),
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
