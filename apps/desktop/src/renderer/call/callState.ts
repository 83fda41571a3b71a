import type { CallId, CallKind, Candidate, Description, EndReason, MediaState, UserSummary } from "@sightline/protocol";
import type { CallRole, LinkState, LocalMedia } from "./callView";

/** What every call that is not over knows. `kind` is how it was started; what is sent now is in `local`. */
interface CallFacts {
  readonly callId: CallId;
  readonly peer: UserSummary;
  readonly kind: CallKind;
}

/** What the caller's side of a ringing call has sent so far. Nothing of it is applied before consent. */
export interface IncomingCall extends CallFacts {
  /** Seconds of ringing left when it arrived. */
  readonly ringSeconds: number;
  readonly offer: Description;
  /** At most {@link MAX_HELD_CANDIDATES}. */
  readonly candidates: readonly Candidate[];
}

export interface Idle {
  readonly phase: "idle";
}

/** I call and they have not accepted. */
export interface Outgoing extends CallFacts {
  readonly phase: "outgoing";
  /**
   * `preparing`: waiting for our own offer; `sent`: waiting for the server; `acknowledged`: their devices ring;
   * `crossed`: the server said they are calling us at the same time, and we wait for that call to come in.
   */
  readonly invite: "preparing" | "sent" | "acknowledged" | "crossed";
  readonly local: LocalMedia;
  /** Our candidates, while the server does not know the call yet. */
  readonly heldLocal: readonly Candidate[];
  /** Theirs, should they overtake the news that they accepted. */
  readonly heldAnswer: Description | null;
  readonly heldRemote: readonly Candidate[];
  /** A call from the very person we are calling, which came in meanwhile. */
  readonly rival: IncomingCall | null;
}

/** They call and I have not accepted: nothing is open, nothing is sent. */
export interface Incoming extends IncomingCall {
  readonly phase: "incoming";
}

/** Both have agreed. */
export interface InCall extends CallFacts {
  readonly phase: "inCall";
  readonly role: CallRole;
  readonly link: LinkState;
  /** Local clock, ms since 1970, when media first connected; null before. */
  readonly connectedAt: number | null;
  /** The connection failed once since it last worked; the second time ends the call. */
  readonly failedOnce: boolean;
  readonly local: LocalMedia;
  readonly remote: MediaState;
}

/** Over, and still shown. Everything the call had opened was released on the way here. */
interface Ended extends CallFacts {
  readonly phase: "ended";
  readonly role: CallRole;
  readonly reason: CallOutcome;
  /** Did I end it? */
  readonly byMe: boolean;
  readonly durationSeconds: number | null;
  /** My other device that answered or declined, where its name is known. */
  readonly device?: string;
}

/** How a call ended: a reason both sides know, or a refusal only the caller sees. */
export type CallOutcome = EndReason | "selfBusy" | "rateLimited" | "serverAway";

export type CallState = Idle | Outgoing | Incoming | InCall | Ended;

/** An honest client has a few dozen candidates; more from a stranger who rings would only fill the memory. */
export const MAX_HELD_CANDIDATES = 64;

export const idle: Idle = { phase: "idle" };

export const nothingSent: MediaState = {
  microphone: false,
  camera: false,
  share: false,
  shareSound: false,
  sharePaused: false,
  shareHidden: false,
  shareClosed: false,
};
