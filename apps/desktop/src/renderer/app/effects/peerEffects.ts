import type { CallId, InkMessage } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { StreamName, StreamRegistry } from "../../media/streams";
import { createPeerLink, type PeerLink, type PeerLinkEvent, type TrackSlot, trackSlots } from "../../peer/peerLink";
import type { ShareStyle } from "../../peer/sharePreset";
import type { EffectHandlers } from "../callRunner";
import type { IceLoan, IceStock } from "../iceStock";

type PeerEffects = Pick<
  EffectHandlers,
  | "openPeer"
  | "startMedia"
  | "applyDescription"
  | "applyCandidates"
  | "restartIce"
  | "repeatOffer"
  | "sendPeerMessage"
  | "closePeer"
>;

const remoteStreams: Record<TrackSlot, StreamName> = {
  voice: "remoteVoice",
  camera: "remoteCamera",
  share: "remoteShare",
  shareSound: "remoteShareSound",
};

interface Options {
  readonly ice: Pick<IceStock, "lend">;
  /** Must our address stay unknown to the other side? */
  readonly relayOnly: () => boolean;
  /** What is being captured when a connection opens. */
  readonly localTrack: (slot: TrackSlot) => MediaStreamTrack | null;
  readonly streams: StreamRegistry;
  readonly dispatch: (event: CallEvent) => void;
  /** Pointer and ink do not pass the machine. */
  readonly onInk: (callId: CallId, message: InkMessage) => void;
  /** Nor does the code that tells whether anybody sits between the two. */
  readonly onSafetyCode: (callId: CallId, code: string) => void;
  readonly now: () => number;
}

interface OpenPeer {
  readonly callId: CallId;
  readonly link: PeerLink;
  readonly loan: IceLoan;
  /** Both have agreed: tracks go out and are shown. */
  mediaStarted: boolean;
  /** Theirs that came before. */
  readonly held: Map<TrackSlot, MediaStreamTrack>;
}

type PassedOn = "applyDescription" | "applyCandidates" | "restartIce" | "repeatOffer" | "sendPeerMessage";

/** Orders that mean the same to the connection; one to a connection that is gone means nothing. */
function passOn(linkOf: (callId: CallId) => PeerLink | null): Pick<PeerEffects, PassedOn> {
  return {
    applyDescription: ({ callId, description }) => linkOf(callId)?.applyDescription(description),
    applyCandidates: ({ callId, candidates }) => linkOf(callId)?.applyCandidates(candidates),
    restartIce: ({ callId }) => linkOf(callId)?.restartIce(),
    repeatOffer: ({ callId }) => linkOf(callId)?.repeatOffer(),
    sendPeerMessage: ({ callId, message }) => linkOf(callId)?.send(message),
  };
}

/** Holds the one peer connection and translates between it and the machine. */
export function peerEffects(options: Options) {
  let shareStyle: ShareStyle = "text";
  let open: OpenPeer | null = null;
  const linkOf = (callId: CallId) => (open?.callId === callId ? open.link : null);
  const talks = (callId: CallId) => open?.callId === callId && open.mediaStarted;
  const hold = ({ slot, track }: { slot: TrackSlot; track: MediaStreamTrack }) => void open?.held.set(slot, track);
  const show = (slot: TrackSlot, track: MediaStreamTrack | null) => options.streams.set(remoteStreams[slot], track);

  const close = (callId: CallId) => {
    linkOf(callId)?.close();
    if (open?.callId !== callId) return;
    open.loan.end();
    open = null;
    for (const slot of trackSlots) show(slot, null);
  };

  const handlers: PeerEffects = {
    openPeer({ callId, role }) {
      const loan = options.ice.lend((servers) => linkOf(callId)?.renewServers(servers));
      const link = createPeerLink({
        role,
        iceServers: loan.servers,
        relayOnly: options.relayOnly(),
        onEvent(event) {
          // Before both have agreed nothing of theirs is seen, heard or drawn (R4).
          if (event.type === "track") return talks(callId) ? show(event.slot, event.track) : hold(event);
          if (event.type === "ink") return talks(callId) ? options.onInk(callId, event.message) : undefined;
          if (event.type === "safetyCode") return options.onSafetyCode(callId, event.code);
          options.dispatch(toCallEvent(callId, event, options.now));
        },
      });
      open = { callId, link, loan, mediaStarted: false, held: new Map() };
      link.setShareStyle(shareStyle);
      if (role === "caller") link.start();
    },
    startMedia({ callId }) {
      if (open?.callId !== callId) return;
      open.mediaStarted = true;
      for (const slot of trackSlots) {
        open.link.setTrack(slot, options.localTrack(slot));
        show(slot, open.held.get(slot) ?? null);
      }
    },
    ...passOn(linkOf),
    closePeer: ({ callId }) => close(callId),
  };

  return {
    handlers,
    sendInk: (message: InkMessage) => open?.link.sendInk(message),
    setTrack: (slot: TrackSlot, track: MediaStreamTrack | null) =>
      open?.mediaStarted ? open.link.setTrack(slot, track) : undefined,
    /** Before both have agreed nothing may be made ready either: no sender has a track (R1). */
    expectCamera: (opening: Promise<unknown>) => (open?.mediaStarted ? open.link.expectCamera(opening) : undefined),
    /** Holds for the next connection, too. */
    setShareStyle(style: ShareStyle) {
      shareStyle = style;
      open?.link.setShareStyle(style);
    },
    stats: async (): Promise<RTCStatsReport> => (await open?.link.getStats()) ?? new Map(),
    shareStats: async (direction: "sending" | "receiving"): Promise<RTCStatsReport> =>
      (await open?.link.shareStats(direction)) ?? new Map(),
  };
}

function toCallEvent(
  callId: CallId,
  event: Exclude<PeerLinkEvent, { type: "track" | "ink" | "safetyCode" }>,
  now: () => number,
): CallEvent {
  switch (event.type) {
    case "descriptionReady":
      return { type: "descriptionReady", callId, description: event.description };
    case "candidatesReady":
      return { type: "candidatesReady", callId, candidates: event.candidates };
    case "connected":
      return { type: "peerConnected", callId, at: now() };
    case "interrupted":
      return { type: "peerInterrupted", callId };
    case "failed":
      return { type: "peerFailed", callId };
    case "message":
      return { type: "peerMessageReceived", callId, message: event.message };
  }
}
