import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../call/callEvents";
import { createCapture } from "../media/capture";
import { createLocalTracks, type LocalSlot, type LocalTracks } from "../media/localTracks";
import { createOwnPicture } from "../media/ownPicture";
import { createShareSounds, type SampleSound } from "../media/shareSound/openShareSound";
import type { StreamRegistry } from "../media/streams";
import type { DeviceFollower } from "./devices/followDevices";
import type { Notify } from "./notices";
import { createShareSoundWatch, type ShareSoundStore } from "./shareSoundWatch";

interface Options {
  readonly streams: StreamRegistry;
  readonly devices: DeviceFollower;
  readonly sendTrack: (slot: LocalSlot, track: MediaStreamTrack | null) => void;
  /** Share sound that comes as samples, in the desktop app. */
  readonly samples: SampleSound | null;
  readonly soundStore: ShareSoundStore;
  /** Does the end of the running share mean that its window was closed? */
  readonly shareClosed: () => boolean;
  readonly onDeviceLost: (device: "microphone" | "camera", name: string) => void;
  readonly callId: () => CallId | null;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** The local tracks of the running call: each is sent, shown, and its loss told. */
export function createCallTracks(options: Options): LocalTracks {
  const { streams, devices, sendTrack, samples, soundStore, shareClosed, onDeviceLost, callId, dispatch, notify } =
    options;
  let cameraName = "";
  const soundWatch = createShareSoundWatch({
    store: soundStore,
    page: document,
    onEnded() {
      sendTrack("shareSound", null);
      const call = callId();
      if (call) dispatch({ type: "shareSoundEnded", callId: call });
    },
  });
  const ownPicture = createOwnPicture((track) => streams.set("localCamera", track));
  return createLocalTracks({
    capture: createCapture(navigator.mediaDevices, createShareSounds({ streams, samples })),
    onShareSound: soundWatch.follow,
    onCameraExchange: ownPicture.release,
    onTrack(slot, track) {
      sendTrack(slot, track);
      if (slot === "camera") {
        cameraName = track?.label ?? cameraName;
        ownPicture.follow(track);
        devices.cameraShown(track);
      }
      if (slot === "voice") devices.voiceShown("call", track);
      if (slot === "share") streams.set("localShare", track);
      if (track) void devices.refresh();
    },
    onLost(device) {
      if (device !== "share") return onDeviceLost(device, cameraName);
      const call = callId();
      if (!call) return;
      if (shareClosed()) return dispatch({ type: "shareEnded", callId: call, closed: true });
      dispatch({ type: "shareEnded", callId: call });
      notify({ tone: "info", message: "shareEnded" });
    },
  });
}
