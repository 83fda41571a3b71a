import type { ErrorCode, MediaState, PeerMessage } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallOutcome, InCall } from "./callState";
import { ignored, isAbout, type Step } from "./callStep";
import { candidateMessages } from "./candidateMessages";
import type { LocalMedia } from "./callView";
import { mediaStateOf, stepLocal } from "./localMedia";
import { withDevice } from "./otherDevice";
import { outcomeOfRefusedAccept } from "./refusals";

/** How long an interrupted call may take to come back. */
const RECOVER_MS = 30_000;

/** Both have agreed: connecting, connected, or trying to be again. */
export function stepInCall(state: InCall, event: StampedCallEvent): Step {
  if (!isAbout(event, state.callId)) return ignored(state);
  const local = stepLocal(state.callId, state.local, event);
  if (local) return changeLocal(state, local.local, local.effects);
  switch (event.type) {
    case "hangUpRequested":
      return end(state, event, "hungUp", true, [say(state, { type: "hangUp" }), ...hangUp(state, "hungUp")]);
    case "endedByServer":
      return withDevice(end(state, event, event.reason, false), event);
    case "acceptRefused":
      return meetRefusal(state, event, event.code);
    case "timerFired": {
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
  const { callId } = state;
  switch (event.type) {
    case "peerConnected":
      return connected(state, event.at);
    case "peerInterrupted":
      // Before the first connection the connect timer watches over it.
      return state.link === "connected" ? reconnect(state) : ignored(state);
    case "peerFailed":
      if (state.failedOnce) return giveUp(state, event);
      return reconnect({ ...state, failedOnce: true });
    case "descriptionReady":
      return { state, effects: [{ type: "sendDescription", callId, description: event.description }] };
    case "candidatesReady":
      return { state, effects: candidateMessages(callId, event.candidates) };
    case "descriptionReceived":
      return { state, effects: [{ type: "applyDescription", callId, description: event.description }] };
    case "candidatesReceived":
      return { state, effects: [{ type: "applyCandidates", callId, candidates: event.candidates }] };
    default:
      return ignored(state);
  }
}

function connected(state: InCall, at: number): Step {
  if (state.link === "connected") return ignored(state);
  return {
    state: { ...state, link: "connected", connectedAt: state.connectedAt ?? at, failedOnce: false },
    effects: [...stopTimers(state), say(state, { type: "media", media: mediaStateOf(state.local) })],
  };
}

/** Only the caller asks for new paths: when both do, their offers collide for nothing. */
function reconnect(state: InCall): Step {
  const { callId } = state;
  const effects: CallEffect[] = state.role === "caller" ? [{ type: "restartIce", callId }] : [];
  if (state.link !== "connected") return { state, effects };
  effects.push({ type: "startTimer", callId, timer: "recover", ms: RECOVER_MS });
  return { state: { ...state, link: "reconnecting" }, effects };
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
  // The server may not know yet, or be away for them: told twice does no harm.
  return end(state, event, "hungUp", false, hangUp(state, "hungUp"));
}

function giveUp(state: InCall, event: StampedCallEvent): Step {
  const reason = state.connectedAt === null ? "failed" : "lost";
  return end(state, event, reason, false, hangUp(state, reason));
}

/** Our acceptance did not count. Where the server could not even tell, the caller must not be left connecting. */
function meetRefusal(state: InCall, event: StampedCallEvent, code: ErrorCode): Step {
  if (state.role !== "callee" || state.connectedAt !== null) return ignored(state);
  const decided = code === "call.wrongState" || code === "call.notFound";
  return end(state, event, outcomeOfRefusedAccept(code), false, decided ? [] : hangUp(state, "failed"));
}

function say(state: InCall, message: PeerMessage): CallEffect {
  return { type: "sendPeerMessage", callId: state.callId, message };
}

function hangUp(state: InCall, reason: "hungUp" | "failed" | "lost"): readonly CallEffect[] {
  return [{ type: "sendHangUp", callId: state.callId, reason }];
}

/** Stops what watches over the connection right now. */
export function stopTimers({ callId, link }: InCall): readonly CallEffect[] {
  if (link === "connected") return [];
  return [{ type: "stopTimer", callId, timer: link === "connecting" ? "connect" : "recover" }];
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
