import type { CallId } from "@sightline/protocol";
import type { CallActivity } from "../../shared/desktopApi";
import type { CallEvent } from "../call/callEvents";
import type { CallState } from "../call/callState";
import { viewOf } from "../call/callViewOf";
import { createCapture } from "../media/capture";
import { createLocalTracks, type LocalSlot } from "../media/localTracks";
import type { Ringer } from "../media/ringer";
import type { StreamRegistry } from "../media/streams";
import type { Platform } from "../platform/platform";
import type { ServerMessage } from "../transport/signalClient";
import type { Stores } from "../ui/appContext";
import { createCallRunner } from "./callRunner";
import type { followDevices } from "./devices";
import { mediaEffects } from "./effects/mediaEffects";
import { peerEffects } from "./effects/peerEffects";
import { signalEffects } from "./effects/signalEffects";
import { timerEffects } from "./effects/timerEffects";
import type { Notify } from "./notices";
import type { Session } from "./session";
import { createShareFlow } from "./shareFlow";

interface Options {
  readonly platform: Platform;
  readonly stores: Stores;
  readonly streams: StreamRegistry;
  readonly session: Pick<Session, "send" | "iceServers">;
  readonly ringer: Ringer;
  readonly devices: ReturnType<typeof followDevices>;
  readonly notify: Notify;
  /** A call is over and the server knows it. */
  readonly onEnded: () => void;
}

/** Puts the machine, its connection and the devices together. The writer of the call store. */
export function createCallFlow({ platform, stores, streams, session, ringer, devices, notify, onEnded }: Options) {
  let activityTold: Promise<void> = Promise.resolve();
  const now = () => Date.now();
  const dispatch = (event: CallEvent) => runner.dispatch(event);
  const allowed = async (callId: CallId) => {
    await activityTold;
    return callIdOf(runner.state()) === callId;
  };

  const tracks = createLocalTracks({
    capture: createCapture(navigator.mediaDevices),
    onTrack(slot, track) {
      peer.setTrack(slot, track);
      if (slot === "camera") {
        streams.set("localCamera", track);
        devices.cameraShown(track);
      }
      if (slot === "share") streams.set("localShare", track);
      if (track) void devices.refresh();
    },
    onLost(device) {
      const callId = callIdOf(runner.state());
      if (callId) tellLoss(device, callId, dispatch, notify);
    },
  });
  const shareFlow = createShareFlow({
    sharing: platform.sharing,
    tracks,
    store: stores.picker,
    allowed,
    // Who called only to share and then chose nothing does not want a voice call instead.
    onCancelled(callId) {
      const call = runner.state();
      const onlyToShare = call.phase === "outgoing" && call.kind === "share";
      dispatch(onlyToShare ? { type: "hangUpRequested" } : { type: "shareEnded", callId });
    },
    dispatch,
    notify,
  });
  const peer = peerEffects({
    iceServers: session.iceServers,
    localTrack: (slot: LocalSlot) => tracks.current[slot],
    streams,
    dispatch,
    now,
  });

  const runner = createCallRunner({
    now,
    handlers: {
      ...signalEffects({ send: session.send, dispatch, onEndTold: onEnded }),
      ...peer.handlers,
      ...mediaEffects({ tracks, shareFlow, settings: stores.settings.getState, allowed, dispatch }),
      ...timerEffects({ dispatch, now }),
      startRinging: ({ direction }) => ringer.start(direction),
      stopRinging: () => ringer.stop(),
    },
    onState(state, previous) {
      if (state.phase !== previous.phase) activityTold = platform.setActivity(activityOf(state));
      if (sharedByPeer(previous) && !sharedByPeer(state) && state.phase === "inCall") {
        notify({ tone: "info", message: "shareEndedByPeer", peerName: state.peer.name });
      }
      stores.call.setState(viewOf(state), true);
    },
  });

  return {
    dispatch,
    tracks,
    shareFlow,
    /** Another camera in the running call: the one of that id, or the next one. */
    async changeCamera(to: { deviceId: string | null } | "next") {
      const callId = callIdOf(runner.state());
      const { cameras } = stores.devices.getState();
      const changed = to === "next" ? await tracks.switchCamera(cameras) : await tracks.changeCamera(to.deviceId);
      if (changed.status === "reopened") notify({ tone: "warning", message: "cameraSwitchFailed" });
      if (changed.status === "problem" && callId) dispatch({ type: "cameraChanged", callId, state: changed.problem });
    },
    /** Ends my call, if there is one. A ring is left to my other devices. */
    leave() {
      const { phase } = runner.state();
      if (phase === "outgoing" || phase === "inCall") dispatch({ type: "hangUpRequested" });
    },
    /** Is a call (or a ring) going on? */
    busy: () => callIdOf(runner.state()) !== null,
    receive(message: ServerMessage) {
      const event = eventOf(message);
      if (event) dispatch(event);
      if (message.name === "call:ended") onEnded();
    },
  };
}

export type CallFlow = ReturnType<typeof createCallFlow>;

function callIdOf(state: CallState): CallId | null {
  return state.phase === "idle" || state.phase === "ended" ? null : state.callId;
}

function sharedByPeer(state: CallState): boolean {
  return state.phase === "inCall" && state.remote.share;
}

function activityOf(state: CallState): CallActivity {
  switch (state.phase) {
    case "incoming":
      return { phase: "ringing", peerName: state.peer.name };
    case "outgoing":
    case "inCall":
      return { phase: "inCall" };
    default:
      return { phase: "idle" };
  }
}

function tellLoss(
  device: "microphone" | "camera" | "share",
  callId: CallId,
  dispatch: (event: CallEvent) => void,
  notify: Notify,
): void {
  switch (device) {
    case "microphone":
      dispatch({ type: "microphoneChanged", callId, state: "failed" });
      return notify({ tone: "warning", message: "microphoneLost" });
    case "camera":
      dispatch({ type: "cameraChanged", callId, state: "failed" });
      return notify({ tone: "warning", message: "cameraLost" });
    case "share":
      dispatch({ type: "shareEnded", callId });
      return notify({ tone: "info", message: "shareEnded" });
  }
}

function eventOf(message: ServerMessage): CallEvent | null {
  switch (message.name) {
    case "call:incoming": {
      const { from, ...rest } = message.payload;
      return { type: "incoming", peer: from, ...rest };
    }
    case "call:accepted":
      return { type: "acceptedByPeer", ...message.payload };
    case "call:ended":
      return { type: "endedByServer", ...message.payload };
    case "signal:description":
      return { type: "descriptionReceived", ...message.payload };
    case "signal:candidates":
      return { type: "candidatesReceived", ...message.payload };
    default:
      return null;
  }
}
