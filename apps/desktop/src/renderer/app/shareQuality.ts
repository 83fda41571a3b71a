import { watchPicture } from "../media/pictureChange";
import { styleShareTrack } from "../media/shareStyle";
import { type AutoState, autoStart, autoStep } from "../peer/autoStyle";
import type { TrackSlot } from "../peer/peerLink";
import { shareFigures } from "../peer/shareFigures";
import { type ShareStyle, shareProfiles } from "../peer/sharePreset";
import type { ShareQualityStore, Stores } from "../ui/appContext";

type Direction = "sending" | "receiving";

interface Options {
  readonly stores: Pick<Stores, "settings" | "shareQuality">;
  /** The connection, if there is one. */
  readonly peer: {
    setTrack(slot: TrackSlot, track: MediaStreamTrack | null): void;
    setShareStyle(style: ShareStyle): void;
    shareStats(direction: Direction): Promise<RTCStatsReport>;
  };
}

const FIGURES_MS = 1_000;

/** How the share is sent, and what is really sent and received. The writer of the share quality store. */
export function createShareQuality({ stores, peer }: Options) {
  const store = stores.shareQuality;
  let shared: MediaStreamTrack | null = null;
  let stopWatching = () => {};

  const figures = {
    sending: followFigures(peer.shareStats, "sending", (sending) => store.setState({ sending })),
    receiving: followFigures(peer.shareStats, "receiving", (receiving) => store.setState({ receiving })),
  };

  const apply = (track: MediaStreamTrack, style: ShareStyle) => {
    peer.setShareStyle(style);
    void styleShareTrack(track, shareProfiles[style]);
    store.setState({ style });
  };

  const watch = (track: MediaStreamTrack) => {
    let state: AutoState = autoStart(performance.now());
    apply(track, state.style);
    return watchPicture(track, (changed) => {
      const next = autoStep(state, { at: performance.now(), changed });
      if (next.style !== state.style) apply(track, next.style);
      state = next;
    });
  };

  const begin = () => {
    stopWatching();
    stopWatching = () => {};
    if (!shared) return;
    const { sharePreset: chosen } = stores.settings.getState();
    if (chosen === "auto") stopWatching = watch(shared);
    else apply(shared, chosen);
  };

  return {
    /** Sends a track, or nothing, in a slot. The shared picture gets its style before, so that it begins in it. */
    send(slot: TrackSlot, track: MediaStreamTrack | null) {
      if (slot === "share") {
        shared = track;
        begin();
        figures.sending.follow(track !== null);
      }
      peer.setTrack(slot, track);
    },
    /** The person chose another preset. */
    presetChanged: begin,
    /** Somebody looks at the figures of what is received, or no longer does. */
    watchReceived: (on: boolean) => figures.receiving.follow(on),
  };
}

/** Asks the browser's counters once a second, only as long as somebody wants to know. */
function followFigures(
  shareStats: Options["peer"]["shareStats"],
  direction: Direction,
  tell: (figures: ShareQualityStore[Direction]) => void,
) {
  let timer: ReturnType<typeof setInterval> | undefined;
  let turn = 0;
  return {
    follow(on: boolean) {
      clearInterval(timer);
      const mine = ++turn;
      tell(null);
      if (!on) return;
      let before: RTCStatsReport = new Map();
      timer = setInterval(() => {
        void shareStats(direction).then((after) => {
          if (mine !== turn) return;
          tell(shareFigures(before, after, direction));
          before = after;
        });
      }, FIGURES_MS);
    },
  };
}
