import type { CallId } from "@sightline/protocol";
import type { CallState } from "../call/callState";
import type { Stores } from "../ui/appContext";

/**
 * Shows the code of the call that runs. It may be known while it still rings, when the two connect beforehand. The writer of the
 * safety code store.
 */
export function createSafetyCodes({ safetyCode: store }: Pick<Stores, "safetyCode">) {
  let shown: CallId | null = null;
  let known: { readonly callId: CallId; readonly code: string } | null = null;
  const show = () => store.setState({ code: known !== null && known.callId === shown ? known.code : null });
  return {
    /** A later connection of the same call has a code of its own. */
    receive(callId: CallId, code: string) {
      known = { callId, code };
      show();
    },
    follow(state: CallState) {
      const running = state.phase === "inCall" ? state.callId : null;
      if (running === shown) return;
      shown = running;
      show();
    },
  };
}
