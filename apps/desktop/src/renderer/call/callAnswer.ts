import type { CallEffect } from "./callEffects";
import { beginCall } from "./callBegin";
import type { IncomingCall, WarmLink } from "./callState";
import type { Step } from "./callStep";
import type { LocalMedia } from "./callView";

interface Connected {
  readonly warm: WarmLink;
  readonly at: number | undefined;
}

/** Answers a call, with the orders that open the media in it. Only ever reached by a wish of the user. */
export function answer(
  call: IncomingCall,
  local: LocalMedia,
  media: readonly CallEffect[],
  { warm, at }: Connected = { warm: "none", at: undefined },
): Step {
  const { callId, peer, kind, offer, candidates } = call;
  const first: readonly CallEffect[] = [
    // Half a round trip straight to the caller; the server, which has the last word, may be further away.
    ...(warm === "connected" ? [{ type: "sendPeerMessage", callId, message: { type: "accept" } } as const] : []),
    { type: "sendAccept", callId, ...((warm === "failed" || warm === "open") && { anew: true }) },
  ];
  const held = { description: offer, candidates };
  return beginCall({ callId, peer, kind, local, role: "callee" }, { warm, first, media, held, confirmed: false, at });
}
