import { createCameraSender } from "./cameraSender";
import { applyEncoding } from "./encodings";
import type { ShareStyle } from "./sharePreset";
import { createShareSender } from "./shareSender";
import { createPictureRenewal } from "./keyFrame";
import { kindOf, type TrackSlot, trackSlots } from "./trackSlots";
import { preferRedundancy } from "./voiceCodec";

/** The transceivers of a connection by slot. Later changes are `replaceTrack` alone: nothing is renegotiated. */
export interface SlotSenders {
  /** Caller: makes the four transceivers. */
  create(): void;
  /** Callee: takes them from the first offer, by order, and will send in all of them. False: it has not the four. */
  adopt(): boolean;
  setTrack(slot: TrackSlot, track: MediaStreamTrack | null): void;
  /** A camera is being opened, to be sent at once. */
  expectCamera(opening: Promise<unknown>): void;
  remoteTrack(slot: TrackSlot): MediaStreamTrack | null;
  /** How the shared picture is sent from now on. */
  setShareStyle(style: ShareStyle): void;
  shareStats(direction: "sending" | "receiving"): Promise<RTCStatsReport>;
  /** Of the connection as a whole, as cheaply as the browser gives it. */
  voiceStats(): Promise<RTCStatsReport>;
  /** The next pictures can be shown without any earlier one: for when the other side has missed some. */
  renewPictures(): void;
  applyEncodings(): void;
  /** Nothing of ours is sent any more, from now on. */
  silence(): void;
}

export function createSlotSenders(pc: RTCPeerConnection): SlotSenders {
  let transceivers: readonly RTCRtpTransceiver[] = [];
  const tracks = new Map<TrackSlot, MediaStreamTrack | null>();

  const of = (slot: TrackSlot) => transceivers[trackSlots.indexOf(slot)];
  const share = createShareSender(() => of("share")?.sender);
  const camera = createCameraSender({
    sender: () => of("camera")?.sender,
    connected: () => pc.connectionState === "connected",
  });
  const replace = (slot: TrackSlot, track: MediaStreamTrack | null) => {
    if (slot === "camera") return camera.send(track);
    // Refused only for a closed connection or a track of the wrong kind; neither leaves anything to do.
    of(slot)
      ?.sender.replaceTrack(track)
      .catch(() => {});
  };

  function use(found: readonly RTCRtpTransceiver[]): void {
    transceivers = found;
    const shared = of("share");
    if (shared) share.prefer(shared);
    const voice = of("voice");
    if (voice) preferRedundancy(voice);
    for (const [slot, track] of tracks) replace(slot, track);
  }

  return {
    create() {
      use(trackSlots.map((slot) => pc.addTransceiver(kindOf[slot], { direction: "sendrecv" })));
    },
    adopt() {
      const found = pc.getTransceivers().slice(0, trackSlots.length);
      const fits = trackSlots.every((slot, index) => found[index]?.receiver.track.kind === kindOf[slot]);
      if (!fits) return false;
      for (const transceiver of found) transceiver.direction = "sendrecv";
      use(found);
      return true;
    },
    setTrack(slot, track) {
      // Each replacement waits for libwebrtc's threads, which have other things to do when a call begins.
      if ((tracks.get(slot) ?? null) === track) return;
      tracks.set(slot, track);
      replace(slot, track);
    },
    expectCamera: camera.expect,
    remoteTrack: (slot) => of(slot)?.receiver.track ?? null,
    setShareStyle: share.setStyle,
    async shareStats(direction) {
      const { sender, receiver } = of("share") ?? {};
      return (await (direction === "sending" ? sender : receiver)?.getStats()) ?? new Map();
    },
    voiceStats: async () => (await of("voice")?.receiver.getStats()) ?? new Map(),
    renewPictures: createPictureRenewal(() => [of("camera")?.sender, of("share")?.sender]),
    applyEncodings() {
      share.apply();
      camera.apply();
      limitSound(of("voice")?.sender, "voice");
      limitSound(of("shareSound")?.sender, "shareSound");
    },
    silence() {
      for (const slot of trackSlots) replace(slot, null);
    },
  };
}

/** A browser that knows not all parameters sends within its own limits. */
function limitSound(sender: RTCRtpSender | undefined, slot: "voice" | "shareSound"): void {
  if (sender) applyEncoding(sender, slot).catch(() => {});
}
