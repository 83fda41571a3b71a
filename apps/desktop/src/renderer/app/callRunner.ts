import type { CallEffect } from "../call/callEffects";
import type { CallEvent } from "../call/callEvents";
import { step } from "../call/callMachine";
import { type CallState, idle } from "../call/callState";

/** One handler per order of the machine. Handlers return at once; what takes time reports back as an event. */
export type EffectHandlers = {
  readonly [T in CallEffect["type"]]: (effect: Extract<CallEffect, { type: T }>) => void;
};

export interface CallRunner {
  readonly state: () => CallState;
  /** The one door: user, server, connection, devices and timers all enter here. */
  readonly dispatch: (event: CallEvent) => void;
}

interface Options {
  readonly handlers: EffectHandlers;
  /** Called after each step, before its effects. */
  readonly onState: (state: CallState, previous: CallState) => void;
  readonly now: () => number;
}

/** The loop around the pure machine. An event raised while one is being handled waits for its turn. */
export function createCallRunner({ handlers, onState, now }: Options): CallRunner {
  let state: CallState = idle;
  let running = false;
  const waiting: CallEvent[] = [];

  const handle = (event: CallEvent) => {
    const previous = state;
    const next = step(state, { at: now(), ...event });
    state = next.state;
    if (state !== previous) onState(state, previous);
    for (const effect of next.effects) carryOut(handlers, effect);
  };

  return {
    state: () => state,
    dispatch(event) {
      waiting.push(event);
      if (running) return;
      running = true;
      try {
        for (let next = waiting.shift(); next; next = waiting.shift()) handle(next);
      } finally {
        running = false;
      }
    },
  };
}

function carryOut(handlers: EffectHandlers, effect: CallEffect): void {
  // The map's type ties each handler to its effect; TypeScript cannot follow that through the lookup.
  const handler = handlers[effect.type] as (effect: CallEffect) => void;
  handler(effect);
}
