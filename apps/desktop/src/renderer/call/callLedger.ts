import type { CallId } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";

/** What the orders given so far have opened and not closed. Throws at an order that makes no sense. */
export interface CallLedger {
  record(effect: CallEffect): void;
  /** Names of all that is open; empty when everything was given back. */
  open(): readonly string[];
}

export function createCallLedger(): CallLedger {
  const open = new Set<string>();
  const begin = (name: string) => {
    if (open.has(name)) throw new Error(`${name} begins twice`);
    open.add(name);
  };
  const finish = (name: string) => {
    if (!open.delete(name)) throw new Error(`${name} ends but never began`);
  };
  const needPeer = (callId: CallId) => {
    if (!open.has(`peer ${callId}`)) throw new Error(`no connection of ${callId} is open`);
  };

  function record(effect: CallEffect): void {
    switch (effect.type) {
      case "openPeer":
        return begin(`peer ${effect.callId}`);
      case "startMedia":
        needPeer(effect.callId);
        return begin(`sending ${effect.callId}`);
      case "closePeer":
        open.delete(`sending ${effect.callId}`);
        return finish(`peer ${effect.callId}`);
      case "applyDescription":
      case "applyCandidates":
      case "restartIce":
      case "repeatOffer":
      case "sendPeerMessage":
        return needPeer(effect.callId);
      case "startRinging":
        return begin("ringing");
      case "stopRinging":
        return finish("ringing");
      case "startTimer":
        return begin(`timer ${effect.timer} ${effect.callId}`);
      case "stopTimer":
        return finish(`timer ${effect.timer} ${effect.callId}`);
      case "openMicrophone":
      case "openCamera":
      case "startShare":
        // Media is one pool: a call that takes over from another one (glare) takes what is open with it.
        open.add("media");
        return;
      case "releaseMedia":
        open.delete("media");
        return;
      default:
        return;
    }
  }

  return { record, open: () => [...open] };
}
