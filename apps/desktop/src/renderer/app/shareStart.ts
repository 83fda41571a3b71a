import type { CallId } from "@sightline/protocol";
import type { ShareSoundWay } from "../../shared/sharing";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import type { Notify } from "./notices";

interface Options {
  readonly tracks: Pick<LocalTracks, "openShare" | "current">;
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** The person closed the picker without choosing. */
  readonly onCancelled: (callId: CallId) => void;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** Opens the chosen source for a call that shares nothing yet. */
export function createShareStart({ tracks, allowed, onCancelled, dispatch, notify }: Options) {
  const fail = (call: CallId, blocked: boolean) => {
    dispatch({ type: "shareEnded", callId: call });
    if (blocked) notify({ tone: "warning", message: "shareBlocked" });
    else notify({ tone: "danger", message: "shareFailed" });
    return false;
  };
  return {
    fail,
    /** Is it shown now? */
    async run(call: CallId, sound: ShareSoundWay): Promise<boolean> {
      if (!(await allowed(call))) return false;
      const opened = await tracks.openShare({ sound });
      if (opened.status === "released") return false;
      if (opened.status === "open") {
        dispatch({ type: "shareStarted", callId: call, sound: tracks.current.shareSound !== null });
        return true;
      }
      if (opened.problem !== "cancelled") return fail(call, opened.problem === "blocked");
      onCancelled(call);
      return false;
    },
  };
}
