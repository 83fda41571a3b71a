import type { Candidate, Description, IceServer, PeerMessage } from "@sightline/protocol";

/** The four fixed transceivers, in the order of the offer's media sections. */
export const trackSlots = ["voice", "camera", "share", "shareSound"] as const;
export type TrackSlot = (typeof trackSlots)[number];

/** What one connection reports. After `close()` nothing is reported any more. */
export type PeerLinkEvent =
  /** The local description is set and may be sent: the first offer, an answer, or a later one (ICE restart). */
  | { readonly type: "descriptionReady"; readonly description: Description }
  /** Candidates gathered within a few tens of milliseconds of each other, at most 32. */
  | { readonly type: "candidatesReady"; readonly candidates: readonly Candidate[] }
  /** Media and data flow; again after each `interrupted`. */
  | { readonly type: "connected" }
  | { readonly type: "interrupted" }
  | { readonly type: "failed" }
  | { readonly type: "message"; readonly message: PeerMessage }
  /** The other side's track of a slot: known from the first description on, silent or black until they send. */
  | { readonly type: "track"; readonly slot: TrackSlot; readonly track: MediaStreamTrack };

export interface PeerLinkOptions {
  /** The caller makes the first offer; the callee is the polite one when offers collide. */
  readonly role: "caller" | "callee";
  readonly iceServers: readonly IceServer[];
  /** Use TURN servers only, so that the other side never learns our address. */
  readonly relayOnly?: boolean;
  readonly onEvent: (event: PeerLinkEvent) => void;
}

/** One RTCPeerConnection. No method throws or rejects: what goes wrong is reported as `failed`. */
export interface PeerLink {
  /** Caller only: makes the offer. */
  start(): void;
  applyDescription(description: Description): void;
  applyCandidates(candidates: readonly Candidate[]): void;
  restartIce(): void;
  /** Sends `track` in a slot, or nothing; never renegotiates. May be called at any time, before the connection too. */
  setTrack(slot: TrackSlot, track: MediaStreamTrack | null): void;
  /** Sent at once, or as soon as the channel opens. */
  send(message: PeerMessage): void;
  remoteTrack(slot: TrackSlot): MediaStreamTrack | null;
  getStats(): Promise<RTCStatsReport>;
  /** Stops sending at once; a message sent just before still leaves. */
  close(): void;
}

export declare function createPeerLink(options: PeerLinkOptions): PeerLink;
