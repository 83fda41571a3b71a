import type { CallId, InkMessage } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { StreamName, StreamRegistry } from "../../media/streams";
import { createPeerLink, type PeerLink, type PeerLinkEvent, type TrackSlot, trackSlots } from "../../peer/peerLink";
import type { ShareStyle } from "../../peer/sharePreset";
import type { EffectHandlers } from "../callRunner";
import type { IceLoan, IceStock } from "../iceStock";

type PeerEffects = Pick<
  EffectHandlers,
  "openPeer" | "applyDescription" | "applyCandidates" | "restartIce" | "sendPeerMessage" | "closePeer"
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
  readonly now: () => number;
}

/** Holds the one peer connection and translates between it and the machine. */
export function peerEffects(options: Options) {
  let shareStyle: ShareStyle = "text";
  let open: { readonly callId: CallId; readonly link: PeerLink; readonly loan: IceLoan } | null = null;
  const linkOf = (callId: CallId) => (open?.callId === callId ? open.link : null);

  const close = (callId: CallId) => {
    linkOf(callId)?.close();
    if (open?.callId !== callId) return;
    open.loan.end();
    open = null;
    for (const slot of trackSlots) options.streams.set(remoteStreams[slot], null);
  };

  const handlers: PeerEffects = {
    openPeer({ callId, role }) {
      const loan = options.ice.lend((servers) => linkOf(callId)?.renewServers(servers));
      const link = createPeerLink({
        role,
        iceServers: loan.servers,
        relayOnly: options.relayOnly(),
        onEvent: (event) => report(callId, event, options),
      });
      open = { callId, link, loan };
      link.setShareStyle(shareStyle);
      for (const slot of trackSlots) link.setTrack(slot, options.localTrack(slot));
      if (role === "caller") link.start();
    },
    applyDescription: ({ callId, description }) => linkOf(callId)?.applyDescription(description),
    applyCandidates: ({ callId, candidates }) => linkOf(callId)?.applyCandidates(candidates),
    restartIce: ({ callId }) => linkOf(callId)?.restartIce(),
    sendPeerMessage: ({ callId, message }) => linkOf(callId)?.send(message),
    closePeer: ({ callId }) => close(callId),
  };

  return {
    handlers,
    sendInk: (message: InkMessage) => open?.link.sendInk(message),
    setTrack: (slot: TrackSlot, track: MediaStreamTrack | null) => open?.link.setTrack(slot, track),
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

function report(callId: CallId, event: PeerLinkEvent, { dispatch, onInk, streams, now }: Options): void {
  switch (event.type) {
    case "descriptionReady":
      return dispatch({ type: "descriptionReady", callId, description: event.description });
    case "candidatesReady":
      return dispatch({ type: "candidatesReady", callId, candidates: event.candidates });
    case "connected":
      return dispatch({ type: "peerConnected", callId, at: now() });
    case "interrupted":
      return dispatch({ type: "peerInterrupted", callId });
    case "failed":
      return dispatch({ type: "peerFailed", callId });
    case "message":
      return dispatch({ type: "peerMessageReceived", callId, message: event.message });
    case "ink":
      return onInk(callId, event.message);
    case "track":
      return streams.set(remoteStreams[event.slot], event.track);
  }
}
