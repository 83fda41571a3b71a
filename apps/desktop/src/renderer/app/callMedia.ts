import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import { watchPicture } from "../media/pictureWatch";
import type { StreamRegistry } from "../media/streams";
import type { Platform } from "../platform/platform";
import type { Stores } from "../ui/appContext";
import { createCallTracks } from "./callTracks";
import { createDeviceChanger } from "./devices/deviceChanger";
import type { DeviceFollower } from "./devices/followDevices";
import type { Notify } from "./notices";
import { createSendGate, type SendTrack } from "./sendGate";
import { followShareControl } from "./shareControl";
import type { SharedTeller } from "./sharedTeller";
import { endsByClosing } from "./shareEnd";
import { createShareFlow } from "./shareFlow";

interface Options {
  readonly platform: Platform;
  readonly stores: Stores;
  readonly streams: StreamRegistry;
  readonly devices: DeviceFollower;
  readonly teller: SharedTeller;
  /** To the peer, if there is a connection. */
  readonly sendTrack: SendTrack;
  readonly callId: () => CallId | null;
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** The person closed the picker without choosing. */
  readonly onCancelled: (callId: CallId) => void;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** What a call captures and shares, and on which way it goes out. */
export function createCallMedia(options: Options) {
  const { platform, stores, streams, devices, teller, sendTrack, callId, allowed, onCancelled, dispatch, notify } =
    options;
  const { sharing } = platform;
  const gate = createSendGate(sendTrack);
  /** In a browser nobody but the track itself tells what becomes of the window. */
  const followPicture = (track: MediaStreamTrack) =>
    watchPicture(track, (hidden) => {
      const call = callId();
      if (!call || tracks.current.share !== track) return;
      dispatch({ type: "shareWindowChanged", callId: call, state: hidden ? "minimised" : "normal" });
    });
  const tracks: LocalTracks = createCallTracks({
    streams,
    devices,
    samples: sharing,
    soundStore: stores.shareSound,
    sendTrack(slot, track) {
      gate.set(slot, track);
      if (slot === "share" && track && !sharing) followPicture(track);
    },
    shareClosed: () => endsByClosing(platform, teller.shared()),
    onDeviceLost(device, name) {
      if (device === "microphone") void changer.microphoneLost();
      else changer.cameraLost(name);
    },
    callId,
    dispatch,
    notify,
  });
  const changer = createDeviceChanger({ tracks, stores, refresh: devices.refresh, callId, dispatch, notify });
  const shareFlow = createShareFlow({
    sharing,
    tracks,
    store: stores.picker,
    allowed,
    onCancelled,
    dispatch,
    notify,
    teller,
  });
  followShareControl({ sharing, store: stores.sharing, shared: teller.shared, callId, dispatch });
  return { gate, tracks, shareFlow, changer };
}
