import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { nothingSent } from "./callState";
import type { Step } from "./callStep";
import { connectTimers } from "./callBegin";
import { openMedia } from "./localMedia";

/**
 * The other one is in the room that this person entered: an ordinary call, which both have agreed to. Only ever reached
 * by way of the person's own Enter (`roomVisit`).
 */
export function meetInRoom(event: Extract<StampedCallEvent, { type: "roomMet" }>): Step {
  const { callId, peer, role, camera, microphone } = event;
  const { local, effects } = openMedia(callId, { camera, share: false });
  const muted: readonly CallEffect[] = microphone ? [] : [{ type: "setMicrophoneOn", callId, on: false }];
  return {
    state: {
      phase: "inCall",
      callId,
      peer,
      kind: "video",
      role,
      link: "connecting",
      connectedAt: null,
      failedOnce: false,
      attempt: 0,
      unconfirmed: false,
      heldRemote: null,
      local: microphone ? local : { ...local, microphone: "off" },
      remote: nothingSent,
    },
    effects: [
      { type: "openPeer", callId, role },
      { type: "startMedia", callId },
      ...muted,
      ...effects,
      ...connectTimers(event),
    ],
  };
}
