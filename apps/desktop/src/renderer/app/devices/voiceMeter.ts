import type { StoreApi } from "zustand/vanilla";
import { watchLevel } from "../../media/levelMeter";
import type { VoiceLevelStore } from "../../ui/devices/deviceContext";

/** Who may hold the microphone; the first that does is measured. */
const holders = ["call", "mirror", "preview"] as const;
export type MicrophoneHolder = (typeof holders)[number];

/** Measures the open microphone while somebody looks. The writer of the level's store. */
export function createVoiceMeter(store: StoreApi<VoiceLevelStore>, measure: typeof watchLevel = watchLevel) {
  const tracks = new Map<MicrophoneHolder, MediaStreamTrack | null>();
  let watchers = 0;
  let measured: MediaStreamTrack | null = null;
  let stop: (() => void) | null = null;
  const update = () => {
    const open = holders.map((holder) => tracks.get(holder)).find(Boolean) ?? null;
    const wanted = watchers > 0 ? open : null;
    if (wanted === measured) return;
    stop?.();
    measured = wanted;
    store.setState({ level: null });
    stop = wanted && measure(wanted, (level) => store.setState({ level }));
  };
  return {
    /** The microphone that a holder has open; null: none any more. */
    follow(holder: MicrophoneHolder, track: MediaStreamTrack | null) {
      tracks.set(holder, track);
      update();
    },
    watch(on: boolean) {
      watchers += on ? 1 : -1;
      update();
    },
  };
}

export type VoiceMeter = ReturnType<typeof createVoiceMeter>;
