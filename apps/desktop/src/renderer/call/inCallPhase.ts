import type { ErrorCode, MediaState, PeerMessage } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { connectTimers, repeatOffer } from "./callBegin";
import { type CallOutcome, type InCall, nothingSent } from "./callState";
import { ignored, isAbout, type Step } from "./callStep";
import { candidateMessages } from "./candidateMessages";
import type { LocalMedia } from "./callView";
import { heldWith } from "./incomingCall";
import { mediaStateOf, stepLocal } from "./localMedia";
import { withDevice } from "./otherDevice";
import { interrupted, networkChanged, signalingBack, stopRecovery, tryAgain } from "./recovery";
import { outcomeOfRefusedAccept } from "./refusals";

/** Both have agreed: connecting, connected, or trying to be again. */
export function stepInCall(state: InCall, event: StampedCallEvent): Step {
  if (!isAbout(event, state.callId)) return ignored(state);
  const local = stepLocal(state.callId, state.local, event);
  if (local) return changeLocal(state, local.local, local.effects);
  switch (event.type) {
    case "hangUpRequested":
      return end(state, event, "hungUp", true, [say(state, { type: "hangUp" }), ...hangUp(state, "hungUp")]);
    case "endedByServer":
      // The server has lost sight of one of us; as long as media flows, we have not.
      if (event.reason === "lost" && state.link === "connected") return ignored(state);
      return withDevice(end(state, event, event.reason, false), event);
    case "acceptAcknowledged":
      return state.unconfirmed && state.role === "callee" ? release(state) : ignored(state);
    case "acceptedByPeer":
      return confirm(state, event.anew ?? false);
    case "acceptRefused":
      return meetRefusal(state, event, event.code);
    case "timerFired": {
      if (event.timer === "restart") return state.link === "connecting" ? askAgain(state) : tryAgain(state);
      const due = event.timer === "connect" ? "connecting" : "reconnecting";
      return event.timer !== "ring" && state.link === due ? giveUp(state, event) : ignored(state);
    }
    case "peerMessageReceived":
      return hear(state, event, event.message);
    default:
      return stepLink(state, event);
  }
}

function stepLink(state: InCall, event: StampedCallEvent): Step {
  const { callId, attempt, heldRemote } = state;
  switch (event.type) {
    case "peerConnected":
      return connected(state, event.at);
    case "peerInterrupted":
      // Before the first connection the connect timer watches over it.
      return state.link === "connected" ? interrupted(state) : ignored(state);
    case "peerFailed":
      return meetFailure(state, event);
    case "signalingBack":
      return signalingBack(state);
    case "networkChanged":
      return networkChanged(state);
    case "descriptionReady":
      return {
        state,
        effects: [{ type: "sendDescription", callId, description: event.description, ...(attempt && { attempt }) }],
      };
    case "candidatesReady":
      return { state, effects: candidateMessages(callId, event.candidates, attempt) };
    case "descriptionReceived":
      return hearDescription(state, event);
    case "candidatesReceived":
      if ((event.attempt ?? 0) !== attempt) return ignored(state);
      if (heldRemote) return ignored({ ...state, heldRemote: heldWith(heldRemote, event.candidates) });
      return { state, effects: [{ type: "applyCandidates", callId, candidates: event.candidates }] };
    default:
      return ignored(state);
  }
}

function hearDescription(state: InCall, event: Extract<StampedCallEvent, { type: "descriptionReceived" }>): Step {
  const { callId, role } = state;
  const { description, attempt = 0 } = event;
  const apply = { type: "applyDescription", callId, description } as const;
  if (attempt === state.attempt) return { state, effects: [apply] };
  // The caller has begun another connection; what is late of an earlier one means nothing.
  if (role === "caller" || attempt < state.attempt || description.type !== "offer") return ignored(state);
  const anew = reopen(state, attempt);
  return { state: anew.state, effects: [...anew.effects, apply] };
}

/** Our acceptance counts: what was held of the caller's may be used. */
function release(state: InCall): Step {
  const { callId, heldRemote } = state;
  const confirmed = { ...state, unconfirmed: false, heldRemote: null };
  if (!heldRemote || heldRemote.length === 0) return ignored(confirmed);
  return { state: confirmed, effects: [{ type: "applyCandidates", callId, candidates: heldRemote }] };
}

/** The server has said which device of theirs has accepted. Only the caller waits for that. */
function confirm(state: InCall, anew: boolean): Step {
  if (!state.unconfirmed || state.role !== "caller") return ignored(state);
  const confirmed = { ...state, unconfirmed: false };
  return anew
    ? reopen({ ...confirmed, remote: nothingSent, connectedAt: null }, state.attempt + 1)
    : ignored(confirmed);
}

/** Another connection in place of this one, in the same call. */
function reopen(state: InCall, attempt: number): Step {
  const { callId, role } = state;
  return {
    state: { ...state, attempt, link: "connecting", failedOnce: false, heldRemote: null },
    effects: [
      ...stopTimers(state),
      { type: "closePeer", callId },
      { type: "openPeer", callId, role },
      { type: "startMedia", callId },
      ...connectTimers(state),
    ],
  };
}

function connected(state: InCall, at: number): Step {
  if (state.link === "connected") return ignored(state);
  return {
    state: { ...state, link: "connected", connectedAt: state.connectedAt ?? at, failedOnce: false },
    effects: [...stopTimers(state), say(state, { type: "media", media: mediaStateOf(state.local) })],
  };
}

/** Before the first connection the second failure ends the call; later on it has its time to come back. */
function meetFailure(state: InCall, event: StampedCallEvent): Step {
  if (state.link === "connected") return interrupted(state);
  if (state.link === "reconnecting") return ignored(state);
  if (state.failedOnce) return giveUp(state, event);
  const { callId, role } = state;
  // Both see it fail, and the caller makes the offer.
  const effects: readonly CallEffect[] = role === "caller" ? [{ type: "restartIce", callId }] : [];
  return { state: { ...state, failedOnce: true }, effects };
}

function changeLocal(state: InCall, local: LocalMedia, effects: readonly CallEffect[]): Step {
  const media = mediaStateOf(local);
  const before = mediaStateOf(state.local);
  const news = (Object.keys(media) as (keyof MediaState)[]).some((key) => media[key] !== before[key]);
  const told = news && state.connectedAt !== null ? [say(state, { type: "media", media })] : [];
  return { state: { ...state, local }, effects: [...effects, ...told] };
}

function hear(state: InCall, event: StampedCallEvent, message: PeerMessage): Step {
  if (message.type === "media") return ignored({ ...state, remote: message.media });
  if (message.type !== "hangUp") return ignored(state);
  // The server may not know yet, or be away for them: told twice does no harm.
  return end(state, event, "hungUp", false, hangUp(state, "hungUp"));
}

function giveUp(state: InCall, event: StampedCallEvent): Step {
  const reason = state.connectedAt === null ? "failed" : "lost";
  // Where only one direction is broken, the other side still hears us.
  return end(state, event, reason, false, [say(state, { type: "hangUp" }), ...hangUp(state, reason)]);
}

/** Our acceptance did not count. Where the server could not even tell, the caller must not be left connecting. */
function meetRefusal(state: InCall, event: StampedCallEvent, code: ErrorCode): Step {
  if (state.role !== "callee" || !state.unconfirmed) return ignored(state);
  const decided = code === "call.wrongState" || code === "call.notFound";
  // The two talk already; the server will hear of it when it is back.
  if (!decided && state.connectedAt !== null) return ignored(state);
  return end(state, event, outcomeOfRefusedAccept(code), false, decided ? [] : hangUp(state, "failed"));
}

function say(state: InCall, message: PeerMessage): CallEffect {
  return { type: "sendPeerMessage", callId: state.callId, message };
}

function hangUp(state: InCall, reason: "hungUp" | "failed" | "lost"): readonly CallEffect[] {
  // For the server it may still ring: this ends it in either case.
  if (state.unconfirmed && state.role === "caller") return [{ type: "sendCancel", callId: state.callId }];
  return [{ type: "sendHangUp", callId: state.callId, reason }];
}

/** Stops what watches over the connection right now. */
export function stopTimers(state: InCall): readonly CallEffect[] {
  if (state.link === "connected") return [];
  if (state.link === "reconnecting") return stopRecovery(state);
  const { callId, role } = state;
  const connect: CallEffect = { type: "stopTimer", callId, timer: "connect" };
  return role === "caller" ? [connect, { type: "stopTimer", callId, timer: "restart" }] : [connect];
}

/** What we have offered is not connected yet. */
function askAgain(state: InCall): Step {
  return state.role === "caller" ? { state, effects: repeatOffer(state) } : ignored(state);
}

function end(
  state: InCall,
  event: StampedCallEvent,
  reason: CallOutcome,
  byMe: boolean,
  sends: readonly CallEffect[] = [],
): Step {
  const { callId, peer, kind, role, connectedAt } = state;
  const known = connectedAt !== null && event.at !== undefined;
  const durationSeconds = known ? Math.max(0, Math.floor((event.at - connectedAt) / 1000)) : null;
  return {
    state: { phase: "ended", callId, peer, kind, role, reason, byMe, durationSeconds },
    effects: [...sends, ...stopTimers(state), { type: "closePeer", callId }, { type: "releaseMedia", callId }],
  };
}
