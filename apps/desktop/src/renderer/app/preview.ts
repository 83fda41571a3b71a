import { createCapture } from "../media/capture";
import type { StreamRegistry } from "../media/streams";
import type { Platform } from "../platform/platform";

interface Options {
  readonly platform: Platform;
  readonly streams: StreamRegistry;
  readonly cameraId: () => string | null;
  /** During a call the call's own picture is on screen and its permissions hold. */
  readonly inCall: () => boolean;
}

/** The camera picture in the settings, while they are open and no call is. */
export function createPreview({ platform, streams, cameraId, inCall }: Options) {
  const capture = createCapture(navigator.mediaDevices);
  let wanted = 0;
  let shown: MediaStreamTrack | null = null;

  const show = (track: MediaStreamTrack | null) => {
    shown?.stop();
    shown = track;
    streams.set("preview", track);
  };

  const open = async () => {
    const mine = ++wanted;
    if (inCall()) return;
    await platform.setActivity({ phase: "preview" });
    const camera = await capture.openCamera({ deviceId: cameraId() });
    if (!camera.ok) return;
    // Closed, or another camera chosen, while this one was opening.
    if (mine !== wanted) return camera.value.stop();
    show(camera.value);
  };

  return {
    open,
    close() {
      wanted++;
      show(null);
      if (!inCall()) void platform.setActivity({ phase: "idle" });
    },
  };
}
