import type { CallId, InkMessage } from "@sightline/protocol";
import type { CallState } from "../../call/callState";
import { createInkOnMine, type InkOnMineOptions } from "./inkOnMine";
import { createInkOnTheirs } from "./inkOnTheirs";

/**
 * Pointer and ink on shared pictures: theirs on mine, mine on theirs. They do not pass the call's machine, which they would
 * flood; here they die as soon as the call has no such share any more, or the sharer does not want them. The writer of the
 * ink store.
 */
export function createInkFlow(options: InkOnMineOptions) {
  const mine = createInkOnMine(options);
  const theirs = createInkOnTheirs(options);
  return {
    boards: { onMine: mine.board, onTheirs: theirs.board },
    allow: mine.allow,
    draw: theirs.draw,
    point: theirs.point,
    receive(callId: CallId, message: InkMessage) {
      if (message.type === "inkAllowed") theirs.setAllowed(callId, message.allowed);
      else mine.draw(callId, message);
    },
    /** To be called with each new state of the call. */
    follow(state: CallState) {
      const running = state.phase === "inCall" ? state : null;
      mine.follow(running?.local.share === "on" ? running.callId : null);
      theirs.follow(running?.callId ?? null, running?.remote.share ?? false);
    },
  };
}
