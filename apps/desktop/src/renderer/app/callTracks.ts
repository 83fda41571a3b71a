import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../call/callEvents";
import { createCapture } from "../media/capture";
import { createLocalTracks, type LocalSlot, type LocalTracks } from "../media/localTracks";
import { createShareSounds, type SampleSound } from "../media/shareSound/openShareSound";
import type { StreamRegistry } from "../media/streams";
import type { followDevices } from "./devices";
import type { Notify } from "./notices";
import { createShareSoundWatch, type ShareSoundStore } from "./shareSoundWatch";

interface Options {
  readonly streams: StreamRegistry;
  readonly devices: ReturnType<typeof followDevices>;
  readonly sendTrack: (slot: LocalSlot, track: MediaStreamTrack | null) => void;
  /** Share sound that comes as samples, in the desktop app. */
  readonly samples: SampleSound | null;
  readonly soundStore: ShareSoundStore;
  /** Does the end of the running share mean that its window was closed? */
  readonly shareClosed: () => boolean;
  readonly callId: () => CallId | null;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** The local tracks of the running call: each is sent, shown, and its loss told. */
export function createCallTracks(options: Options): LocalTracks {
  const { streams, devices, sendTrack, samples, soundStore, shareClosed, callId, dispatch, notify } = options;
  const soundWatch = createShareSoundWatch({
    store: soundStore,
    page: document,
    onEnded() {
      sendTrack("shareSound", null);
      const call = callId();
      if (call) dispatch({ type: "shareSoundEnded", callId: call });
    },
  });
  return createLocalTracks({
    capture: createCapture(navigator.mediaDevices, createShareSounds({ streams, samples })),
    onShareSound: soundWatch.follow,
    onTrack(slot, track) {
      sendTrack(slot, track);
      if (slot === "camera") {
        streams.set("localCamera", track);
        devices.cameraShown(track);
      }
      if (slot === "share") streams.set("localShare", track);
      if (track) void devices.refresh();
    },
    onLost(device) {
      const call = callId();
      if (!call) return;
      if (device === "share" && shareClosed()) return dispatch({ type: "shareEnded", callId: call, closed: true });
      const { event, notice } = losses[device];
      dispatch(event(call));
      notify(notice);
    },
  });
}

interface Loss {
  readonly event: (callId: CallId) => CallEvent;
  readonly notice: Parameters<Notify>[0];
}

const losses: Record<"microphone" | "camera" | "share", Loss> = {
  microphone: {
    event: (callId) => ({ type: "microphoneChanged", callId, state: "failed" }),
    notice: { tone: "warning", message: "microphoneLost" },
  },
  camera: {
    event: (callId) => ({ type: "cameraChanged", callId, state: "failed" }),
    notice: { tone: "warning", message: "cameraLost" },
  },
  share: {
    event: (callId) => ({ type: "shareEnded", callId }),
    notice: { tone: "info", message: "shareEnded" },
  },
};
