import { styleShareTrack } from "../../../apps/desktop/src/renderer/media/shareStyle";
import { createPeerLink, type PeerLink, type PeerLinkEvent } from "../../../apps/desktop/src/renderer/peer/peerLink";
import { shareProfiles } from "../../../apps/desktop/src/renderer/peer/sharePreset";

/** One track on its way from one connection to another of the same page. */
export interface Connection {
  readonly received: MediaStreamTrack;
  sendingStats(): Promise<RTCStatsReport>;
  close(): void;
}

/** As the app sends a share in the style Text: its own connection, its codecs and limits, its hints on the track. */
export async function connectOurs(track: MediaStreamTrack): Promise<Connection> {
  const style = "text";
  const links: { caller?: PeerLink; callee?: PeerLink } = {};
  const received = await new Promise<MediaStreamTrack>((resolve, reject) => {
    const pass = (to: "caller" | "callee") => (event: PeerLinkEvent) => {
      if (event.type === "descriptionReady") links[to]?.applyDescription(event.description);
      if (event.type === "candidatesReady") links[to]?.applyCandidates(event.candidates);
      if (event.type === "failed") reject(new Error("our connection failed"));
      if (to === "caller" && event.type === "track" && event.slot === "share") resolve(event.track);
    };
    links.caller = createPeerLink({ role: "caller", iceServers: [], onEvent: pass("callee") });
    links.callee = createPeerLink({ role: "callee", iceServers: [], onEvent: pass("caller") });
    links.caller.setShareStyle(style);
    void styleShareTrack(track, shareProfiles[style]);
    links.caller.setTrack("share", track);
    links.caller.start();
  });
  return {
    received,
    sendingStats: async () => (await links.caller?.shareStats("sending")) ?? new Map(),
    close() {
      links.caller?.close();
      links.callee?.close();
    },
  };
}

/** What a page gets that adds the track and asks for nothing. */
export async function connectDefault(track: MediaStreamTrack): Promise<Connection> {
  const caller = new RTCPeerConnection();
  const callee = new RTCPeerConnection();
  caller.onicecandidate = ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined);
  callee.onicecandidate = ({ candidate }) => void caller.addIceCandidate(candidate ?? undefined);
  const received = new Promise<MediaStreamTrack>((resolve) => {
    callee.ontrack = (event) => resolve(event.track);
  });
  const sender = caller.addTrack(track);
  await caller.setLocalDescription();
  if (caller.localDescription) await callee.setRemoteDescription(caller.localDescription);
  await callee.setLocalDescription();
  if (callee.localDescription) await caller.setRemoteDescription(callee.localDescription);
  return {
    received: await received,
    sendingStats: () => sender.getStats(),
    close() {
      caller.close();
      callee.close();
    },
  };
}
