import type { CallId } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallState } from "./callState";
import type { LocalMedia } from "./callView";

/** What an event leads to: the next state and the orders that go with it, to be carried out in this order. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

/** The same for my devices alone. */
export interface LocalStep {
  readonly local: LocalMedia;
  readonly effects: readonly CallEffect[];
}

/** The event means nothing here. */
export function ignored(state: CallState): Step {
  return { state, effects: [] };
}

/** Is the event about this call? Wishes of the user name no call: they mean the one on the screen. */
export function isAbout(event: StampedCallEvent, callId: CallId): boolean {
  return !("callId" in event) || event.callId === callId;
}
