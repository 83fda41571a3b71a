import type {
  CallId,
  CallKind,
  Candidate,
  Description,
  EndReason,
  ErrorCode,
  PeerMessage,
  UserSummary,
} from "@sightline/protocol";
import type { CallRole, DeviceState } from "./callView";
import type { IncomingCall } from "./callState";
import type { TimerName } from "./callEffects";

/** A wish of the local user. The only events that may give consent to send media. */
type UserEvent =
  | {
      readonly type: "callRequested";
      readonly callId: CallId;
      readonly peer: UserSummary;
      readonly kind: CallKind;
      /** May one of their devices connect while it rings? */
      readonly warm?: boolean;
      /** No contact of ours: nothing of our network is told before they accept (R8). */
      readonly stranger?: boolean;
    }
  | { readonly type: "acceptRequested"; readonly camera: boolean }
  /** Somebody else is in the room this person has entered, which was their word for it (`roomVisit`). */
  | {
      readonly type: "roomMet";
      readonly callId: CallId;
      readonly peer: UserSummary;
      readonly role: CallRole;
      readonly camera: boolean;
      readonly microphone: boolean;
    }
  | { readonly type: "declineRequested" }
  /** Cancels while it rings, hangs up afterwards. */
  | { readonly type: "hangUpRequested" }
  | { readonly type: "endedDismissed" }
  /** Hangs up the running call for one that waited beside it. */
  | { readonly type: "waitingAnswered"; readonly call: IncomingCall }
  | { readonly type: "microphoneToggled" }
  | { readonly type: "cameraToggled" }
  | { readonly type: "shareRequested" }
  | { readonly type: "shareSwitchRequested" }
  | { readonly type: "sharePauseRequested"; readonly paused: boolean }
  | { readonly type: "shareStopRequested" };

/** A fact from the signaling server. */
type SignalEvent =
  | { readonly type: "inviteAcknowledged"; readonly callId: CallId; readonly ringSeconds: number }
  | { readonly type: "inviteRefused"; readonly callId: CallId; readonly code: ErrorCode }
  | { readonly type: "acceptAcknowledged"; readonly callId: CallId }
  | { readonly type: "acceptRefused"; readonly callId: CallId; readonly code: ErrorCode }
  | {
      readonly type: "incoming";
      readonly callId: CallId;
      readonly peer: UserSummary;
      readonly kind: CallKind;
      readonly offer: Description;
      readonly ringSeconds: number;
      /** It waits beside the call that runs here. */
      readonly waiting?: boolean;
      /** Both people let us connect while it rings. */
      readonly warm?: boolean;
    }
  /** This device is the one that may connect while it rings. */
  | { readonly type: "warmGranted"; readonly callId: CallId }
  /** `anew`: the device that accepted has no part in what was connected while it rang. */
  | { readonly type: "acceptedByPeer"; readonly callId: CallId; readonly anew?: boolean }
  /** `device`: the name of my other device that answered or declined. */
  | { readonly type: "endedByServer"; readonly callId: CallId; readonly reason: EndReason; readonly device?: string }
  /** After a break signals reach the other side again. */
  | { readonly type: "signalingBack"; readonly callId: CallId }
  | {
      readonly type: "descriptionReceived";
      readonly callId: CallId;
      readonly description: Description;
      readonly attempt?: number;
    }
  | {
      readonly type: "candidatesReceived";
      readonly callId: CallId;
      readonly candidates: readonly Candidate[];
      readonly attempt?: number;
    };

/** A fact from the RTCPeerConnection of a call. */
type PeerEvent =
  /** The local description is set and may be sent: first offer, answer, or a later one (ICE restart). */
  | { readonly type: "descriptionReady"; readonly callId: CallId; readonly description: Description }
  | { readonly type: "candidatesReady"; readonly callId: CallId; readonly candidates: readonly Candidate[] }
  | { readonly type: "peerConnected"; readonly callId: CallId; readonly at: number }
  | { readonly type: "peerInterrupted"; readonly callId: CallId }
  /** This computer has another network, or was asleep. */
  | { readonly type: "networkChanged"; readonly callId: CallId }
  | { readonly type: "peerFailed"; readonly callId: CallId }
  | { readonly type: "peerMessageReceived"; readonly callId: CallId; readonly message: PeerMessage };

/** A fact from a local device. */
type MediaEvent =
  | { readonly type: "microphoneChanged"; readonly callId: CallId; readonly state: DeviceState }
  | { readonly type: "cameraChanged"; readonly callId: CallId; readonly state: DeviceState }
  | { readonly type: "shareStarted"; readonly callId: CallId; readonly sound: boolean }
  /** The share goes on without its sound: its source vanished, or it carried the peer's own voice. */
  | { readonly type: "shareSoundEnded"; readonly callId: CallId }
  /**
   * By the browser's own bar, because the window closed (`closed`, where that is known), or because the picker was
   * cancelled.
   */
  | { readonly type: "shareEnded"; readonly callId: CallId; readonly closed?: boolean }
  | { readonly type: "shareSwitched"; readonly callId: CallId; readonly sound: boolean }
  /** Nothing came of a switch: cancelled or failed. The share goes on as it was. */
  | { readonly type: "shareSwitchEnded"; readonly callId: CallId }
  | { readonly type: "shareWindowChanged"; readonly callId: CallId; readonly state: "normal" | "minimised" | "closed" };

type TimerEvent = {
  readonly type: "timerFired";
  readonly callId: CallId;
  readonly timer: TimerName;
  readonly at: number;
};

/** Everything that can happen to a call. `at` is the local clock in ms since 1970. */
export type CallEvent = UserEvent | SignalEvent | PeerEvent | MediaEvent | TimerEvent;

/**
 * An event as the runner hands it to the machine: stamped with the local clock (ms since 1970), which the length of
 * an ended call is measured by. Without a stamp the length stays unknown.
 */
export type StampedCallEvent = CallEvent & { readonly at?: number };
