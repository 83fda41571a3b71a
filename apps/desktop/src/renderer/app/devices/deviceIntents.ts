import type { Ringer } from "../../media/ringer";
import type { SettingsStore } from "../../ui/appContext";
import type { DeviceIntents } from "../../ui/devices/deviceContext";
import type { CallFlow } from "../callFlow";
import type { SelfView } from "./selfView";
import type { VoiceMeter } from "./voiceMeter";

interface Parts {
  /** Remembers. */
  readonly set: (change: Partial<SettingsStore>) => void;
  readonly calls: Pick<CallFlow, "tracks" | "changeCamera" | "changeMicrophone">;
  /** Pictures of oneself, in the settings and in front of a room. */
  readonly selfViews: readonly SelfView[];
  readonly ringer: Ringer;
  readonly meter: VoiceMeter;
}

/** Choosing devices, before a call and in it. */
export function createDeviceIntents({ set, calls, selfViews, ringer, meter }: Parts): DeviceIntents {
  return {
    chooseDevice(kind, deviceId) {
      if (kind === "microphone") {
        set({ microphoneId: deviceId });
        void calls.changeMicrophone();
        for (const view of selfViews) void view.changeMicrophone();
      }
      if (kind === "camera") {
        set({ cameraId: deviceId });
        if (calls.tracks.current.camera) void calls.changeCamera({ deviceId });
        for (const view of selfViews) view.changeCamera();
      }
      if (kind === "speaker") {
        set({ speakerId: deviceId });
        ringer.setSpeaker(deviceId);
      }
    },
    setProcessing(change) {
      set(change);
      void calls.changeMicrophone();
      for (const view of selfViews) void view.changeMicrophone();
    },
    watchMicrophone: (on) => meter.watch(on),
  };
}
