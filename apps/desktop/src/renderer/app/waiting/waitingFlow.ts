import type { CallEvent } from "../../call/callEvents";
import type { CallState } from "../../call/callState";
import { nobodyWaits, stepWaiting, type Waiting, type WaitingEffect, type WaitingEvent } from "../../call/waitingCall";
import type { Stores } from "../../ui/appContext";
import type { Send } from "../effects/signalEffects";

interface Options {
  readonly stores: Pick<Stores, "waiting" | "settings">;
  readonly send: Send;
  /** The call that runs. */
  readonly running: () => CallState;
  readonly dispatch: (event: CallEvent) => void;
}

/** The loop around the rules of waiting, beside that of the running call. The writer of the waiting store. */
export function createWaitingFlow({ stores, send, running, dispatch }: Options) {
  const store = stores.waiting;
  let state: Waiting = nobodyWaits;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const carryOut = (effect: WaitingEffect) => {
    switch (effect.type) {
      case "sendDecline":
        return void send("call:decline", { callId: effect.callId, busy: effect.busy });
      case "answer":
        return dispatch({ type: "waitingAnswered", call: effect.call });
      case "startWaitingTimer":
        timer = setTimeout(() => handle({ type: "waitedTooLong", callId: effect.callId }), effect.ms);
        return;
      case "stopWaitingTimer":
        return clearTimeout(timer);
    }
  };
  const handle = (event: WaitingEvent): boolean => {
    const call = running();
    const callId = call.phase === "idle" ? null : call.callId;
    const next = stepWaiting(state, event, { ...call, callId, whenBusy: stores.settings.getState().whenBusy });
    if (next.state !== state) {
      state = next.state;
      store.setState({ caller: state.call?.peer ?? null, kind: state.call?.kind ?? null });
    }
    for (const effect of next.effects) carryOut(effect);
    return next.taken;
  };

  return {
    /** What the server says: the running call sees of it what is not about the waiting one. */
    pass(event: CallEvent) {
      if (!handle(event)) dispatch(event);
    },
    answer: () => void handle({ type: "answerWaitingRequested" }),
    decline: () => void handle({ type: "declineWaitingRequested" }),
    ignore: () => void handle({ type: "ignoreWaitingRequested" }),
    /** Nobody is logged in any more: what waited is not ours. */
    forget() {
      clearTimeout(timer);
      state = nobodyWaits;
      store.setState({ caller: null, kind: null });
    },
  };
}
