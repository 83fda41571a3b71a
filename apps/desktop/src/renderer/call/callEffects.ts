import type { CallId, CallKind, Candidate, Description, PeerMessage, UserId } from "@sightline/protocol";
import type { CallRole } from "./callView";

/**
 * `ring`: nobody answered (a net below the server's own deadline). `connect`: no connection after the answer.
 * `recover`: an interrupted connection did not come back; `restart`: it is time to look for another path again, or to say
 * again what was not answered.
 */
export type TimerName = "ring" | "connect" | "recover" | "restart";

/** Orders of the machine to the outside. Each is carried out in order; results come back as events. */
export type CallEffect =
  // signaling
  | {
      readonly type: "sendInvite";
      readonly callId: CallId;
      readonly to: UserId;
      readonly kind: CallKind;
      readonly offer: Description;
      readonly warm?: boolean;
    }
  | { readonly type: "sendWarm"; readonly callId: CallId }
  /** `instead`: the call that is hung up for it; `anew`: the connection made while it rang is of no use. */
  | { readonly type: "sendAccept"; readonly callId: CallId; readonly instead?: CallId; readonly anew?: boolean }
  | { readonly type: "sendDecline"; readonly callId: CallId }
  | { readonly type: "sendCancel"; readonly callId: CallId }
  | { readonly type: "sendHangUp"; readonly callId: CallId; readonly reason: "hungUp" | "failed" | "lost" }
  | {
      readonly type: "sendDescription";
      readonly callId: CallId;
      readonly description: Description;
      readonly attempt?: number;
    }
  | {
      readonly type: "sendCandidates";
      readonly callId: CallId;
      readonly candidates: readonly Candidate[];
      readonly attempt?: number;
    }
  // peer connection
  /** Without any media: nothing of ours is sent in it, and nothing of theirs is shown, before `startMedia`. */
  | { readonly type: "openPeer"; readonly callId: CallId; readonly role: CallRole }
  /** Both have agreed: what is captured is sent, what they send is shown. */
  | { readonly type: "startMedia"; readonly callId: CallId }
  | { readonly type: "applyDescription"; readonly callId: CallId; readonly description: Description }
  | { readonly type: "applyCandidates"; readonly callId: CallId; readonly candidates: readonly Candidate[] }
  | { readonly type: "restartIce"; readonly callId: CallId }
  /** Nothing where our offer is answered. */
  | { readonly type: "repeatOffer"; readonly callId: CallId }
  | { readonly type: "sendPeerMessage"; readonly callId: CallId; readonly message: PeerMessage }
  | { readonly type: "closePeer"; readonly callId: CallId }
  // local media: opened tracks are attached to the call's peer by the effect handler
  | { readonly type: "openMicrophone"; readonly callId: CallId }
  | { readonly type: "setMicrophoneOn"; readonly callId: CallId; readonly on: boolean }
  | { readonly type: "openCamera"; readonly callId: CallId }
  | { readonly type: "closeCamera"; readonly callId: CallId }
  | { readonly type: "startShare"; readonly callId: CallId }
  /** Lets another source be chosen and puts it in place of the running one, which goes on until then. */
  | { readonly type: "switchShare"; readonly callId: CallId }
  /** Sends nothing new of the share, or goes on sending. */
  | { readonly type: "pauseShare"; readonly callId: CallId; readonly paused: boolean }
  | { readonly type: "stopShare"; readonly callId: CallId }
  | { readonly type: "releaseMedia"; readonly callId: CallId }
  // the ring
  | { readonly type: "startRinging"; readonly direction: "incoming" | "outgoing"; readonly peerName: string }
  | { readonly type: "stopRinging" }
  // timers
  | { readonly type: "startTimer"; readonly callId: CallId; readonly timer: TimerName; readonly ms: number }
  | { readonly type: "stopTimer"; readonly callId: CallId; readonly timer: TimerName };
