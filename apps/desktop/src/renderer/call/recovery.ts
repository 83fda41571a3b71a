import type { CallEffect } from "./callEffects";
import type { InCall } from "./callState";
import { ignored, type Step } from "./callStep";

/** How long an interrupted call may take to come back. */
const RECOVER_MS = 30_000;

/**
 * Pauses between the tries to find a new path, ms; the last one stays. The caller begins at once, and soon again: Chromium tells
 * its connections of another network two seconds after the change (on Linux; `network_change_notifier_linux.cc`), and a try
 * before that knows only addresses that are gone. The callee asks the caller for it a little later: only they may have noticed.
 */
const PAUSES_MS = { caller: [1_200, 2_500, 4_000, 6_000], callee: [1_500, 2_500, 5_500, 7_000] } as const;

/** Nothing comes from the other side any more. What carried the call is kept until something better works. */
export function interrupted(state: InCall): Step {
  const { callId, role } = state;
  const next: InCall = { ...state, link: "reconnecting", restarts: 0 };
  const recover: CallEffect = { type: "startTimer", callId, timer: "recover", ms: RECOVER_MS };
  const first: readonly CallEffect[] = role === "caller" ? [restart(state)] : [];
  return { state: next, effects: [...first, recover, nextTry(next)] };
}

/** It has not come back yet. */
export function tryAgain(state: InCall): Step {
  if (state.link !== "reconnecting") return ignored(state);
  const next = { ...state, restarts: (state.restarts ?? 0) + 1 };
  return { state: next, effects: [restart(state), stopTrying(state), nextTry(next)] };
}

/**
 * Signals reach the other side again. What they said meanwhile may be lost, and so may what we said: whoever waits for a path
 * says so once more.
 */
export function signalingBack(state: InCall): Step {
  const wanted = state.link === "reconnecting" || (state.link === "connecting" && state.role === "caller");
  return wanted ? { state, effects: [restart(state)] } : ignored(state);
}

/** This computer is in another network, or was asleep: what it told of its addresses may be wrong by now. */
export function networkChanged(state: InCall): Step {
  return state.link === "connecting" ? ignored(state) : { state, effects: [restart(state)] };
}

export function stopRecovery(state: InCall): readonly CallEffect[] {
  return [{ type: "stopTimer", callId: state.callId, timer: "recover" }, stopTrying(state)];
}

function restart({ callId }: InCall): CallEffect {
  return { type: "restartIce", callId };
}

function nextTry({ callId, role, restarts = 0 }: InCall): CallEffect {
  const pauses = PAUSES_MS[role];
  return { type: "startTimer", callId, timer: "restart", ms: pauses[Math.min(restarts, pauses.length - 1)] ?? 0 };
}

function stopTrying({ callId }: InCall): CallEffect {
  return { type: "stopTimer", callId, timer: "restart" };
}
