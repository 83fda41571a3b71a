import type { MicrophoneRequest } from "../../media/capture";
import type { DeviceOption, DeviceSettings } from "../../ui/devices/deviceContext";
import { idInUse } from "./swapRules";

/** The chosen microphone (while it is there, else the system's) with the chosen processing. */
export function microphoneRequest(
  settings: DeviceSettings,
  microphones: readonly DeviceOption[] = [],
): MicrophoneRequest {
  const { microphoneId, noiseSuppression, echoCancellation, autoGain } = settings;
  return {
    deviceId: idInUse(microphoneId, { devices: microphones }),
    processing: { noiseSuppression, echoCancellation, autoGain },
  };
}
