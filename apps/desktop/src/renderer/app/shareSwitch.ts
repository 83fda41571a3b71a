import type { CallId } from "@sightline/protocol";
import type { ShareSoundWay } from "../../shared/sharing";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import type { Notify } from "./notices";

interface Options {
  readonly tracks: Pick<LocalTracks, "switchShare" | "current">;
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** The call that shares; another one by the time when both called at once. */
  readonly callId: () => CallId | null;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** Another source in place of the running one. Whatever fails on the way, the one that runs goes on. */
export function createShareSwitch({ tracks, allowed, callId, dispatch, notify }: Options) {
  const end = () => {
    const call = callId();
    if (call) dispatch({ type: "shareSwitchEnded", callId: call });
  };
  const fail = () => {
    notify({ tone: "warning", message: "shareSwitchFailed" });
    end();
    return false;
  };
  return {
    /** Nothing was chosen. */
    end,
    fail,
    /** Is the other source shown now? */
    async run(sound: ShareSoundWay): Promise<boolean> {
      const asking = callId();
      if (!asking || !(await allowed(asking))) return false;
      const opened = await tracks.switchShare({ sound });
      const call = callId();
      // Stopped meanwhile, or over: whoever did that has said so.
      if (opened.status === "released" || !call) return false;
      if (opened.status === "open") {
        dispatch({ type: "shareSwitched", callId: call, sound: tracks.current.shareSound !== null });
        return true;
      }
      if (opened.problem !== "cancelled") return fail();
      end();
      return false;
    },
  };
}
