import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { answer } from "./callAnswer";
import { beginCall } from "./callBegin";
import type { CallOutcome, Outgoing } from "./callState";
import { ignored, isAbout, type Step } from "./callStep";
import { candidateMessages } from "./candidateMessages";
import { callOf, heldWith, hold, ringMs, startRinging } from "./incomingCall";
import { carryMediaOver, stepLocal } from "./localMedia";
import { outcomeOfRefusal } from "./refusals";
import { stepWarmCaller } from "./warmLink";

/** How long we wait for the call that the server says is crossing ours. */
const CROSSING_MS = 10_000;

/** I call: reaching the server, then ringing there, until they accept or it ends. */
export function stepOutgoing(state: Outgoing, event: StampedCallEvent): Step {
  if (event.type === "incoming") return meetRival(state, event);
  if (state.rival && isAboutRival(event, state.rival.callId)) return followRival(state, event);
  if (!isAbout(event, state.callId)) return ignored(state);
  const local = stepLocal(state.callId, state.local, event);
  if (local) return { state: { ...state, local: local.local }, effects: local.effects };
  const warmed = stepWarmCaller(state, event);
  if (warmed) return warmed;
  switch (event.type) {
    case "hangUpRequested":
      return end(state, "cancelled", true, withdrawal(state));
    case "peerFailed":
      return end(state, "failed", false, withdrawal(state));
    case "timerFired":
      if (event.timer !== "ring") return ignored(state);
      return end(state, state.invite === "crossed" ? "unreachable" : "missed", false, withdrawal(state));
    case "endedByServer":
      return end(state, event.reason, false);
    default:
      return stepSignals(state, event);
  }
}

function stepSignals(state: Outgoing, event: StampedCallEvent): Step {
  const { callId } = state;
  switch (event.type) {
    case "descriptionReady":
      return sendInvite(state, event.description);
    case "candidatesReady":
      if (mayTrickle(state)) return { state, effects: candidateMessages(callId, event.candidates) };
      return { state: { ...state, heldLocal: heldWith(state.heldLocal, event.candidates) }, effects: [] };
    case "inviteAcknowledged":
      return startRingBack(state, event.ringSeconds);
    case "inviteRefused":
      return meetRefusal(state, event.code);
    case "acceptedByPeer":
      return connect(state, event);
    case "peerMessageReceived":
      // Straight from the device that is connected: there is no other it could have come from.
      return event.message.type === "accept" && state.warm === "connected" ? connect(state, event) : ignored(state);
    case "candidatesReceived":
      if (event.attempt) return ignored(state);
      return ignored({ ...state, heldRemote: heldWith(state.heldRemote, event.candidates) });
    default:
      return ignored(state);
  }
}

/** The server takes candidates of calls it knows; strangers get none before they accept. */
function mayTrickle({ invite, stranger }: Outgoing): boolean {
  return invite === "acknowledged" && !stranger;
}

function sendInvite(
  state: Outgoing,
  offer: Extract<StampedCallEvent, { type: "descriptionReady" }>["description"],
): Step {
  if (state.invite !== "preparing" || offer.type !== "offer") return ignored(state);
  const { callId, peer, kind, mayWarm } = state;
  return {
    state: { ...state, invite: "sent" },
    effects: [{ type: "sendInvite", callId, to: peer.id, kind, offer, ...(mayWarm && { warm: true }) }],
  };
}

function startRingBack(state: Outgoing, ringSeconds: number): Step {
  if (state.invite !== "sent") return ignored(state);
  const { callId, heldLocal, stranger } = state;
  return {
    state: { ...state, invite: "acknowledged", heldLocal: stranger ? heldLocal : [] },
    effects: [
      ...(stranger ? [] : candidateMessages(callId, heldLocal)),
      { type: "startRinging", direction: "outgoing", peerName: state.peer.name },
      { type: "startTimer", callId, timer: "ring", ms: ringMs(ringSeconds) },
    ],
  };
}

/** By the server's word, or by the callee's own, which the server confirms later. */
function connect(
  state: Outgoing,
  event: Extract<StampedCallEvent, { type: "acceptedByPeer" | "peerMessageReceived" }>,
): Step {
  // Before the server has our invite nobody can have accepted it.
  if (state.invite !== "sent" && state.invite !== "acknowledged") return ignored(state);
  const { callId, peer, kind, local, heldAnswer, heldRemote } = state;
  const confirmed = event.type === "acceptedByPeer";
  const anew = confirmed && event.anew === true;
  const begun = beginCall(
    { callId, peer, kind, local, role: "caller" },
    {
      warm: anew ? "failed" : state.warm,
      first: candidateMessages(callId, state.heldLocal),
      media: [],
      held: { description: heldAnswer, candidates: heldRemote },
      confirmed,
      at: event.at,
    },
  );
  return { state: begun.state, effects: [...begun.effects, ...silence(state)] };
}

function meetRefusal(state: Outgoing, code: Extract<StampedCallEvent, { type: "inviteRefused" }>["code"]): Step {
  if (state.invite !== "sent") return ignored(state);
  if (code !== "call.glare") return end(state, outcomeOfRefusal(code), false);
  if (state.rival) return answerRival(state, state.rival);
  const { callId } = state;
  return {
    state: { ...state, invite: "crossed" },
    effects: [{ type: "startTimer", callId, timer: "ring", ms: CROSSING_MS }],
  };
}

// Both called at once. The server lets one of the two calls stand; whose was refused answers the other's at once:
// both have said that they want to talk to just this person.

function meetRival(state: Outgoing, event: Extract<StampedCallEvent, { type: "incoming" }>): Step {
  if (event.peer.id !== state.peer.id || event.callId === state.callId) return ignored(state);
  const rival = callOf(event);
  // Our own invite is not on its way, or did not stand: nothing has to be waited for.
  const decided = state.invite === "preparing" || state.invite === "crossed";
  return decided ? answerRival(state, rival) : ignored({ ...state, rival });
}

function isAboutRival(event: StampedCallEvent, rivalId: string): boolean {
  return "callId" in event && event.callId === rivalId;
}

function followRival(state: Outgoing, event: StampedCallEvent): Step {
  if (!state.rival) return ignored(state);
  const rival = event.type === "endedByServer" ? null : hold(state.rival, event);
  return ignored({ ...state, rival });
}

function answerRival(state: Outgoing, rival: NonNullable<Outgoing["rival"]>): Step {
  const answered = answer(rival, state.local, carryMediaOver(rival.callId, state.local));
  const effects = [...silence(state), { type: "closePeer", callId: state.callId } as const, ...answered.effects];
  return { state: answered.state, effects };
}

/** Takes the invite back, where there is one. */
function withdrawal(state: Outgoing): readonly CallEffect[] {
  const invited = state.invite === "sent" || state.invite === "acknowledged";
  return invited ? [{ type: "sendCancel", callId: state.callId }] : [];
}

function silence(state: Outgoing): readonly CallEffect[] {
  const { callId, invite } = state;
  const stopTimer = { type: "stopTimer", callId, timer: "ring" } as const;
  if (invite === "acknowledged") return [{ type: "stopRinging" }, stopTimer];
  return invite === "crossed" ? [stopTimer] : [];
}

function end(state: Outgoing, reason: CallOutcome, byMe: boolean, sends: readonly CallEffect[] = []): Step {
  const { callId, peer, kind, rival } = state;
  const effects: CallEffect[] = [
    ...sends,
    ...silence(state),
    { type: "closePeer", callId },
    { type: "releaseMedia", callId },
  ];
  // Our call is over, theirs is not: it rings here like any other.
  if (rival) {
    const ringing = startRinging(rival);
    return { state: ringing.state, effects: [...effects, ...ringing.effects] };
  }
  return {
    state: { phase: "ended", callId, peer, kind, role: "caller", reason, byMe, durationSeconds: null },
    effects,
  };
}
