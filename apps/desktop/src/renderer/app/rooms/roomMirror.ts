import type { RoomChoice } from "../../call/roomVisit";
import { createCapture } from "../../media/capture";
import { HeldDevice } from "../../media/heldDevice";
import { watchLevel } from "../../media/levelMeter";
import type { StreamRegistry } from "../../media/streams";
import type { Platform } from "../../platform/platform";
import type { Stores } from "../../ui/appContext";

interface Options {
  readonly platform: Pick<Platform, "setActivity">;
  readonly streams: StreamRegistry;
  readonly stores: Pick<Stores, "rooms" | "settings">;
  /** A call has the devices and their permissions. */
  readonly inCall: () => boolean;
  /** Devices have names once a permission was given. */
  readonly onOpened: () => void;
}

export interface RoomMirror {
  /** Shows one's own picture and level as chosen; null: nothing, and every device is given back. */
  show(choice: RoomChoice | null): void;
}

/** What one sees and hears of oneself before and while waiting in a room. None of it is sent. */
export function createRoomMirror({ platform, streams, stores, inCall, onOpened }: Options): RoomMirror {
  const capture = createCapture(navigator.mediaDevices);
  const { rooms, settings } = stores;
  let shown: RoomChoice | null = null;
  let allowed: Promise<void> = Promise.resolve();
  let stopMeter: (() => void) | null = null;

  const camera = new HeldDevice<MediaStreamTrack>({
    tracksOf: (track) => [track],
    onChange: (track) => streams.set("preview", track),
    onLost: () => rooms.setState({ camera: "failed" }),
  });
  const microphone = new HeldDevice<MediaStreamTrack>({
    tracksOf: (track) => [track],
    onChange(track) {
      stopMeter?.();
      stopMeter = track && watchLevel(track, (level) => rooms.setState({ level }));
      if (!track) rooms.setState({ level: null });
    },
    onLost: () => rooms.setState({ microphone: "failed" }),
  });

  const open = async (name: "camera" | "microphone") => {
    rooms.setState({ [name]: "opening" });
    await allowed;
    if (!shown?.[name]) return;
    const { cameraId, microphoneId } = settings.getState();
    const opened =
      name === "camera"
        ? await camera.open(() => capture.openCamera({ deviceId: cameraId }))
        : await microphone.open(() => capture.openMicrophone(microphoneId));
    if (opened.status === "released") return;
    rooms.setState({ [name]: opened.status === "open" ? "on" : opened.problem });
    onOpened();
  };
  const close = (name: "camera" | "microphone") => {
    (name === "camera" ? camera : microphone).close();
    rooms.setState({ [name]: "off" });
  };

  return {
    show(choice) {
      const before = shown;
      shown = choice;
      if (choice && !before) allowed = platform.setActivity({ phase: "preview" });
      for (const name of ["camera", "microphone"] as const) {
        if (Boolean(choice?.[name]) === Boolean(before?.[name])) continue;
        if (choice?.[name]) void open(name);
        else close(name);
      }
      if (!choice && before && !inCall()) void platform.setActivity({ phase: "idle" });
    },
  };
}
