import {
  type Candidate,
  type Description,
  type IceServer,
  type InkMessage,
  type PeerMessage,
  safetyMessage,
} from "@sightline/protocol";
import { createCandidateBatch } from "./candidateBatch";
import { type ControlChannel, createControlChannel } from "./controlChannel";
import { createInkChannel } from "./inkChannel";
import { type PulseFact, watchPulse } from "./linkPulse";
import { watchLink } from "./linkWatch";
import { createNegotiation } from "./negotiation";
import { sendableCandidate, withoutCandidates } from "./relayGuard";
import { createSafetyCode, fingerprintsOf } from "./safetyCode";
import { renewServers } from "./serverRenewal";
import type { ShareStyle } from "./sharePreset";
import { createSlotSenders, type SlotSenders } from "./slotSenders";
import { type TrackSlot, trackSlots } from "./trackSlots";

export { type TrackSlot, trackSlots } from "./trackSlots";

/** What one connection reports. After `close()` nothing is reported any more. */
export type PeerLinkEvent =
  /** The local description is set and may be sent: the first offer, an answer, or a later one (ICE restart). */
  | { readonly type: "descriptionReady"; readonly description: Description }
  /** Candidates gathered within a few tens of milliseconds of each other, at most 32. */
  | { readonly type: "candidatesReady"; readonly candidates: readonly Candidate[] }
  /** Media and data flow; again after each `interrupted`. */
  | { readonly type: "connected" }
  | { readonly type: "interrupted" }
  /** No path was found, or a description of the other side was refused; told again when it happens again. */
  | { readonly type: "failed" }
  | { readonly type: "message"; readonly message: PeerMessage }
  | { readonly type: "ink"; readonly message: InkMessage }
  /** Six digits that are the same at the other side unless somebody sits between the two (R6). */
  | { readonly type: "safetyCode"; readonly code: string }
  /** The other side's track of a slot: known from the first description on, silent or black until they send. */
  | { readonly type: "track"; readonly slot: TrackSlot; readonly track: MediaStreamTrack };

export interface PeerLinkOptions {
  /** The caller makes the first offer; offers are the caller's alone. */
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
  /** Tells the offer again that nobody has answered; nothing where there is none. */
  repeatOffer(): void;
  /** Other servers or credentials; ICE restarts only where the path in use needs it. */
  renewServers(servers: readonly IceServer[]): void;
  /** Sends `track` in a slot, or nothing; never renegotiates. May be called at any time, before the connection too. */
  setTrack(slot: TrackSlot, track: MediaStreamTrack | null): void;
  /** A camera is being opened, to be sent at once: makes ready meanwhile what can be made ready without it. */
  expectCamera(opening: Promise<unknown>): void;
  /** How the shared picture is sent: for reading (at first) or for watching. Never renegotiates. */
  setShareStyle(style: ShareStyle): void;
  /** Sent at once, or as soon as the channel opens. */
  send(message: PeerMessage): void;
  /** Drawing is dropped while it cannot leave at once; whether it is allowed waits for the channel. */
  sendInk(message: InkMessage): void;
  remoteTrack(slot: TrackSlot): MediaStreamTrack | null;
  /** An empty report once it is closed. */
  getStats(): Promise<RTCStatsReport>;
  /** The share's part of it, of what we send or of what we get. */
  shareStats(direction: "sending" | "receiving"): Promise<RTCStatsReport>;
  /** Stops sending media at once; a message sent just before still leaves. */
  close(): void;
}

/** How long a connection outlives `close()` when a last message is on its way. */
const LAST_MESSAGE_MS = 150;

export function createPeerLink({ role, iceServers, relayOnly = false, onEvent }: PeerLinkOptions): PeerLink {
  const pc = connectionFor(iceServers, relayOnly);
  const slots = createSlotSenders(pc);
  let closed = false;
  const emit = (event: PeerLinkEvent) => {
    if (!closed) onEvent(event);
  };
  const control = openControl(pc, role, slots, emit);
  const ink = createInkChannel(pc, (message) => emit({ type: "ink", message }));
  const batch = createCandidateBatch((candidates) => emit({ type: "candidatesReady", candidates }));
  const watch = watchLink(
    pc,
    (fact) => emit({ type: fact }),
    (hear) => listenTo(slots, control, hear),
  );
  const negotiation = createNegotiation({
    pc,
    role,
    prepareFirstAnswer: () => slots.adopt(),
    onLocal(description) {
      emit({ type: "descriptionReady", description: withoutCandidates(description) });
      batch.open();
    },
    onFirstRemote: () => tellTracks(slots, emit),
    // Not before the answer: Chromium 156 forgets what it was told of a callee's senders of sound until then.
    onFirstExchange: () => slots.applyEncodings(),
    onFailure: () => emit({ type: "failed" }),
  });
  followCandidates(pc, relayOnly, batch.add);

  return {
    start() {
      if (role !== "caller" || pc.getTransceivers().length > 0) return;
      slots.create();
      negotiation.start();
    },
    applyDescription: negotiation.applyDescription,
    applyCandidates: negotiation.applyCandidates,
    restartIce: negotiation.restartIce,
    repeatOffer: negotiation.repeatOffer,
    renewServers: (servers) => void renewServers(pc, servers, negotiation.useNewServers),
    setTrack: slots.setTrack,
    expectCamera: slots.expectCamera,
    setShareStyle: slots.setShareStyle,
    send: control.send,
    sendInk: ink.send,
    remoteTrack: slots.remoteTrack,
    getStats: () => (closed ? Promise.resolve(new Map()) : pc.getStats()),
    shareStats: (direction) => (closed ? Promise.resolve(new Map()) : slots.shareStats(direction)),
    close() {
      if (closed) return;
      closed = true;
      pc.onicecandidate = null;
      negotiation.stop();
      batch.stop();
      watch.stop();
      slots.silence();
      if (control.hasJustSent()) setTimeout(() => pc.close(), LAST_MESSAGE_MS);
      else pc.close();
    },
  };
}

/** The channel to the other side. What the link itself needs of it goes no further. */
function openControl(
  pc: RTCPeerConnection,
  role: PeerLinkOptions["role"],
  slots: SlotSenders,
  emit: (event: PeerLinkEvent) => void,
): ControlChannel {
  const safety = createSafetyCode({
    role,
    send: (message) => control.send(message),
    fingerprints: () => fingerprintsOf(pc),
    tell: (code) => emit({ type: "safetyCode", code }),
  });
  // A page without TLS has no Web Crypto: its calls go on, and have no code.
  const without = () => undefined;
  const hear = (message: PeerMessage) => {
    const part = safetyMessage.safeParse(message);
    if (part.success) void safety.hear(part.data).catch(without);
    else if (message.type === "picturesLost") slots.renewPictures();
    else emit({ type: "message", message });
  };
  const control = createControlChannel(pc, hear, () => void safety.begin().catch(without));
  return control;
}

function listenTo(slots: SlotSenders, control: ControlChannel, hear: (fact: PulseFact) => void): { stop(): void } {
  const tell = (fact: PulseFact) => {
    if (fact === "back") {
      // What they missed they need a new picture for; and they may have heard us all the time, or slept, and not know what we missed.
      slots.renewPictures();
      control.send({ type: "picturesLost" });
    }
    hear(fact);
  };
  return watchPulse({ report: slots.voiceStats, ping: control.ping, tell, now: () => performance.now() });
}

function followCandidates(pc: RTCPeerConnection, relayOnly: boolean, add: (found: Candidate) => void): void {
  pc.onicecandidate = ({ candidate }) => {
    const sendable = sendableCandidate(candidate, relayOnly);
    if (sendable) add(sendable);
  };
}

function tellTracks(slots: SlotSenders, emit: (event: PeerLinkEvent) => void): void {
  for (const slot of trackSlots) {
    const track = slots.remoteTrack(slot);
    if (track) emit({ type: "track", slot, track });
  }
}

function connectionFor(iceServers: readonly IceServer[], relayOnly: boolean): RTCPeerConnection {
  const configuration: RTCConfiguration = {
    iceServers: [...iceServers],
    iceTransportPolicy: relayOnly ? "relay" : "all",
    bundlePolicy: "max-bundle",
  };
  try {
    return new RTCPeerConnection(configuration);
  } catch {
    // Server addresses the browser cannot read: two people in one network still reach each other.
    return new RTCPeerConnection({ ...configuration, iceServers: [] });
  }
}
