import type { Capture, Captured, MicrophoneRequest } from "./capture";
import { setProcessing } from "./voiceProcessing";

/**
 * The microphone that is wanted instead of an open one, which may be the same with other processing. Another one is opened
 * before the old is let go, so that a failure changes nothing. The same one is let go first: Chromium hands out a second
 * track of an open device with the processing of the first, whatever is asked (measured on 156).
 */
export async function replaceMicrophone(
  capture: Pick<Capture, "openMicrophone">,
  old: MediaStreamTrack,
  request: MicrophoneRequest,
): Promise<Captured<MediaStreamTrack>> {
  if (old.getSettings().deviceId !== (request.deviceId ?? "default")) return capture.openMicrophone(request);
  if (await setProcessing(old, request.processing)) return { ok: true, value: old };
  old.stop();
  return capture.openMicrophone(request);
}
