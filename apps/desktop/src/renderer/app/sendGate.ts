import type { LocalSlot } from "../media/localTracks";

export type SendTrack = (slot: LocalSlot, track: MediaStreamTrack | null) => void;

/** Where local tracks pass on their way to the peer. Shut, it lets nothing of the share through. */
export interface SendGate {
  readonly set: SendTrack;
  /** What may be sent of a slot right now. */
  sent(slot: LocalSlot): MediaStreamTrack | null;
  /** Shut for the share that runs now, across a change of its source, and open again for the next share. */
  setPaused(paused: boolean): void;
}

/**
 * A paused share sends no track at all: the peer keeps the last picture it decoded, while a track that is merely disabled
 * would send black (https://www.w3.org/TR/mediacapture-streams/#dfn-enabled).
 */
export function createSendGate(send: SendTrack): SendGate {
  const tracks: Record<LocalSlot, MediaStreamTrack | null> = {
    voice: null,
    camera: null,
    share: null,
    shareSound: null,
  };
  let paused = false;
  const sent = (slot: LocalSlot) => (paused && isShare(slot) ? null : tracks[slot]);
  return {
    set(slot, track) {
      tracks[slot] = track;
      if (slot === "share" && !track) paused = false;
      send(slot, sent(slot));
    },
    sent,
    setPaused(wanted) {
      if (wanted === paused || !tracks.share) return;
      paused = wanted;
      send("shareSound", sent("shareSound"));
      send("share", sent("share"));
    },
  };
}

function isShare(slot: LocalSlot): boolean {
  return slot === "share" || slot === "shareSound";
}
