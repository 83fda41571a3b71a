import type { CallId } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { LocalTracks } from "../../media/localTracks";
import type { SettingsStore } from "../../ui/appContext";
import type { EffectHandlers } from "../callRunner";
import { microphoneRequest } from "../devices/microphoneRequest";
import type { SendGate } from "../sendGate";
import type { ShareFlow } from "../shareFlow";

type MediaEffects = Pick<
  EffectHandlers,
  | "openMicrophone"
  | "setMicrophoneOn"
  | "openCamera"
  | "closeCamera"
  | "startShare"
  | "switchShare"
  | "pauseShare"
  | "stopShare"
  | "releaseMedia"
>;

interface Options {
  readonly tracks: LocalTracks;
  readonly shareFlow: ShareFlow;
  readonly gate: SendGate;
  readonly settings: () => SettingsStore;
  /** Resolves when the platform lets this call open devices; false when the call is over by then. */
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** A camera is being opened for the call. */
  readonly onCamera: (opening: Promise<unknown>) => void;
  readonly dispatch: (event: CallEvent) => void;
}

export function mediaEffects(options: Options): MediaEffects {
  const { tracks, shareFlow, gate, settings, allowed, onCamera, dispatch } = options;
  const openMicrophone = async (callId: CallId) => {
    if (!(await allowed(callId))) return;
    const opened = await tracks.openMicrophone(microphoneRequest(settings()));
    if (opened.status === "released") return;
    dispatch({ type: "microphoneChanged", callId, state: opened.status === "open" ? "on" : opened.problem });
  };
  const openCamera = async (callId: CallId) => {
    if (!(await allowed(callId))) return;
    const opening = tracks.openCamera({ deviceId: settings().cameraId });
    onCamera(opening);
    const opened = await opening;
    if (opened.status === "released") return;
    dispatch({ type: "cameraChanged", callId, state: opened.status === "open" ? "on" : opened.problem });
  };
  return {
    openMicrophone: ({ callId }) => void openMicrophone(callId),
    setMicrophoneOn: ({ on }) => tracks.setMicrophoneOn(on),
    openCamera: ({ callId }) => void openCamera(callId),
    closeCamera: () => tracks.closeCamera(),
    startShare: ({ callId }) => shareFlow.start(callId),
    switchShare: () => shareFlow.changeSource(),
    pauseShare: ({ paused }) => gate.setPaused(paused),
    stopShare: () => shareFlow.stop(),
    releaseMedia() {
      shareFlow.stop();
      tracks.release();
    },
  };
}
