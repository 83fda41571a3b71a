import type { Relay } from "./relay";

/** What both bare ways say to each other. */
export type BareSignal =
  | { readonly description: RTCSessionDescriptionInit }
  | { readonly candidate: RTCIceCandidateInit };

/** A bare RTCPeerConnection whose candidates trickle both ways. */
export interface BareLink {
  readonly pc: RTCPeerConnection;
  /** Applies the other side's description, then its candidates, those that came early first. */
  applyDescription(description: RTCSessionDescriptionInit): Promise<void>;
  applyCandidate(candidate: RTCIceCandidateInit): Promise<void>;
  /** Makes the description that is due and sends it. */
  describe(): Promise<void>;
}

export function createBareLink(relay: Relay<BareSignal>, play: (track: MediaStreamTrack) => void): BareLink {
  const pc = new RTCPeerConnection({ bundlePolicy: "max-bundle" });
  const early: RTCIceCandidateInit[] = [];
  pc.onicecandidate = ({ candidate }) => candidate && relay.send({ candidate: candidate.toJSON() });
  pc.ontrack = ({ track }) => play(track);
  return {
    pc,
    async applyDescription(description) {
      await pc.setRemoteDescription(description);
      for (const candidate of early.splice(0)) await pc.addIceCandidate(candidate);
    },
    async applyCandidate(candidate) {
      if (pc.remoteDescription) await pc.addIceCandidate(candidate);
      else early.push(candidate);
    },
    async describe() {
      await pc.setLocalDescription();
      if (pc.localDescription) relay.send({ description: pc.localDescription.toJSON() });
    },
  };
}
