import type { CallId, CallKind, Candidate, Description, EndReason, MediaState, UserSummary } from "@sightline/protocol";
import type { CallRole, LinkState, LocalMedia } from "./callView";

/** What every call that is not over knows. `kind` is how it was started; what is sent now is in `local`. */
interface CallFacts {
  readonly callId: CallId;
  readonly peer: UserSummary;
  readonly kind: CallKind;
}

/**
 * The connection that may be made while it rings, with everything but media in it. `none`: not made; `asked`: we wait for the
 * server to let this device of ours make it; `open`: on its way; `failed`: it came to nothing, another is made after the answer.
 */
export type WarmLink = "none" | "asked" | "open" | "connected" | "failed";

/** What the caller's side of a ringing call has sent so far. Held until consent, but for a connection without media. */
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
  /** May one of their devices connect while it rings? */
  readonly mayWarm: boolean;
  /** They are no contact: no candidate of ours leaves before they accept (R8). */
  readonly stranger: boolean;
  /** Never `asked`: that is the callee's side. */
  readonly warm: WarmLink;
  readonly local: LocalMedia;
  /** Our candidates, while the server does not know the call yet. */
  readonly heldLocal: readonly Candidate[];
  /** Theirs, should they overtake the news that they accepted. */
  readonly heldAnswer: Description | null;
  readonly heldRemote: readonly Candidate[];
  /** A call from the very person we are calling, which came in meanwhile. */
  readonly rival: IncomingCall | null;
}

/** They call and I have not accepted: no device is open, no media is sent. */
export interface Incoming extends IncomingCall {
  readonly phase: "incoming";
  readonly warm: WarmLink;
}

/** Both have agreed. */
export interface InCall extends CallFacts {
  readonly phase: "inCall";
  readonly role: CallRole;
  readonly link: LinkState;
  /** Local clock, ms since 1970, when media first connected; null before. */
  readonly connectedAt: number | null;
  /** The connection failed once before it ever worked; the second time ends the call. */
  readonly failedOnce: boolean;
  /** How often a new path was looked for again in the present interruption. */
  readonly restarts?: number;
  /** Which of the call's connections this is, from 0. The caller alone begins another one. */
  readonly attempt: number;
  /** The server has not said yet that the acceptance counts: by the callee's own word the call runs already. */
  readonly unconfirmed: boolean;
  /**
   * The caller's candidates, until the server has confirmed our acceptance; null: they are applied at once. Two devices that
   * accept answer one offer, and the one that loses must not have spoken to the caller's connection by then: Chromium goes on
   * with the first DTLS hello it got, whoever sent it, and the handshake with the right one never ends.
   */
  readonly heldRemote: readonly Candidate[] | null;
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
