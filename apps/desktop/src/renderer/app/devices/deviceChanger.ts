import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { LocalTracks } from "../../media/localTracks";
import type { Stores } from "../../ui/appContext";
import type { Notify } from "../notices";
import { microphoneRequest } from "./microphoneRequest";

interface Parts {
  readonly tracks: LocalTracks;
  readonly stores: Pick<Stores, "devices" | "settings" | "call">;
  /** Reads the list of devices anew. */
  readonly refresh: () => Promise<void>;
  readonly callId: () => CallId | null;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

/** Other devices in the running call, by `replaceTrack` alone: nothing is negotiated anew. */
export function createDeviceChanger(parts: Parts) {
  const { tracks, stores, callId, dispatch, notify } = parts;
  return {
    ...microphoneChanger(parts),
    /** The camera of that id, or the next one. */
    async changeCamera(to: { deviceId: string | null } | "next"): Promise<void> {
      const call = callId();
      const { cameras } = stores.devices.getState();
      const changed = to === "next" ? await tracks.switchCamera(cameras) : await tracks.changeCamera(to.deviceId);
      if (changed.status === "reopened") notify({ tone: "warning", message: "cameraSwitchFailed" });
      if (changed.status === "problem" && call) {
        dispatch({ type: "cameraChanged", callId: call, state: changed.problem });
      }
    },
    /** A camera that went away is off, for good: none that the person did not choose may look at them. */
    cameraLost(name: string): void {
      const call = callId();
      if (call) dispatch({ type: "cameraChanged", callId: call, state: "off" });
      if (call) notify({ tone: "warning", message: "cameraLost", device: name });
    },
  };
}

function microphoneChanger({ tracks, stores, refresh, callId, dispatch, notify }: Parts) {
  /** The call whose microphone went away, and whether it was muted. */
  let lost: { readonly call: CallId; readonly muted: boolean } | null = null;
  const state = () => {
    const view = stores.call.getState();
    return view.screen === "inCall" || view.screen === "outgoing" ? view.local.microphone : null;
  };
  const request = () => microphoneRequest(stores.settings.getState(), stores.devices.getState().microphones);

  /** The chosen microphone with the chosen processing, where one is open or went away. Answers whether one is open then. */
  const changeMicrophone = async (): Promise<boolean> => {
    const call = callId();
    if (lost?.call !== call) lost = null;
    const reopening = tracks.current.voice ? null : lost;
    const renewed = await (reopening ? tracks.openMicrophone(request()) : tracks.changeMicrophone(request()));
    if (call === null || callId() !== call || renewed.status === "released") return false;
    if (renewed.status === "open") {
      const told = state();
      // Never louder than before: who was muted stays so.
      if (reopening && told !== "on" && told !== "off") {
        dispatch({ type: "microphoneChanged", callId: call, state: reopening.muted ? "off" : "on" });
      }
      lost = null;
      return true;
    }
    if (tracks.current.voice) notify({ tone: "warning", message: "microphoneSwitchFailed" });
    else dispatch({ type: "microphoneChanged", callId: call, state: renewed.problem });
    return false;
  };

  return {
    changeMicrophone,
    /** It ended by itself: another one takes its place, or its return is waited for. */
    async microphoneLost(): Promise<void> {
      const call = callId();
      if (!call) return;
      lost = { call, muted: state() === "off" };
      await refresh();
      await changeMicrophone();
    },
  };
}
