import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallState } from "./callState";

/** What an event leads to: the next state and the orders that go with it, to be carried out in this order. */
export interface Step {
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

export declare function step(state: CallState, event: StampedCallEvent): Step;
