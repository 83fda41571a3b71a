import type { CallEvent } from "../../call/callEvents";
import type { EffectHandlers } from "../callRunner";

interface Options {
  readonly dispatch: (event: CallEvent) => void;
  readonly now: () => number;
}

/** The machine's timers. Starting one again restarts it. */
export function timerEffects({ dispatch, now }: Options): Pick<EffectHandlers, "startTimer" | "stopTimer"> {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  const stop = (key: string) => {
    clearTimeout(running.get(key));
    running.delete(key);
  };
  return {
    startTimer({ callId, timer, ms }) {
      const key = `${callId} ${timer}`;
      stop(key);
      const fire = () => {
        running.delete(key);
        dispatch({ type: "timerFired", callId, timer, at: now() });
      };
      running.set(key, setTimeout(fire, ms));
    },
    stopTimer: ({ callId, timer }) => stop(`${callId} ${timer}`),
  };
}
