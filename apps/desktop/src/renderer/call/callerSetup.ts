import type { StampedCallEvent } from "./callEvents";
import type { Step } from "./callStep";
import { openMedia, wantedBy } from "./localMedia";

/** The person calls somebody: everything of ours opens inside the click, so that the offer is ready early. */
export function startCall(event: Extract<StampedCallEvent, { type: "callRequested" }>): Step {
  const { callId, peer, kind, warm = false, stranger = false } = event;
  const media = openMedia(callId, wantedBy(kind));
  return {
    state: {
      phase: "outgoing",
      callId,
      peer,
      kind,
      invite: "preparing",
      mayWarm: warm && !stranger,
      stranger,
      warm: "none",
      local: media.local,
      heldLocal: [],
      heldAnswer: null,
      heldRemote: [],
      rival: null,
    },
    effects: [{ type: "openPeer", callId, role: "caller" }, ...media.effects],
  };
}
