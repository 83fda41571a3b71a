import type { DeviceState } from "../../call/callView";
import type { RoomChoice } from "../../call/roomVisit";
import { createCapture } from "../../media/capture";
import { HeldDevice } from "../../media/heldDevice";
import { replaceMicrophone } from "../../media/microphoneSwitch";
import type { StreamRegistry } from "../../media/streams";
import type { Platform } from "../../platform/platform";
import type { DeviceSettings } from "../../ui/devices/deviceContext";
import type { DeviceFollower } from "./followDevices";
import { microphoneRequest } from "./microphoneRequest";

type Held = keyof RoomChoice;

export interface SelfViewParts {
  readonly platform: Pick<Platform, "setActivity">;
  readonly streams: StreamRegistry;
  readonly devices: DeviceFollower;
  readonly settings: () => DeviceSettings;
  /** A call has the devices and their permissions. */
  readonly inCall: () => boolean;
}

interface Options extends SelfViewParts {
  readonly holder: "mirror" | "preview";
  readonly onState: (device: Held, state: DeviceState) => void;
}

/** What one sees and hears of oneself while no call is. None of it is sent. */
export interface SelfView {
  /** Shows one's own picture and level as chosen; null: nothing, and every device is given back. */
  show(choice: RoomChoice | null): void;
  /** Another camera was chosen. */
  changeCamera(): void;
  /** Another microphone was chosen, came or went, or other processing was chosen. Answers whether one is open then. */
  changeMicrophone(): Promise<boolean>;
}

export function createSelfView(options: Options): SelfView {
  const { platform, devices, settings, inCall, onState: tell } = options;
  const capture = createCapture(navigator.mediaDevices);
  let shown: RoomChoice | null = null;
  let allowed: Promise<void> = Promise.resolve();
  const held = holdDevices(options, () => void open("microphone"));
  const request = () => microphoneRequest(settings(), devices.microphones());
  const openings = {
    camera: () => capture.openCamera({ deviceId: settings().cameraId }),
    microphone: () => capture.openMicrophone(request()),
  };

  const open = async (device: Held) => {
    tell(device, "opening");
    await allowed;
    if (!shown?.[device]) return false;
    const opened = await held[device].open(openings[device]);
    if (opened.status === "released") return false;
    tell(device, opened.status === "open" ? "on" : opened.problem);
    void devices.refresh();
    return opened.status === "open";
  };
  const close = (device: Held) => {
    held[device].close();
    tell(device, "off");
  };

  return {
    show(choice) {
      const before = shown;
      shown = choice;
      if (choice && !before) allowed = platform.setActivity({ phase: "preview" });
      for (const device of ["camera", "microphone"] as const) {
        if (Boolean(choice?.[device]) === Boolean(before?.[device])) continue;
        if (choice?.[device]) void open(device);
        else close(device);
      }
      if (!choice && before && !inCall()) void platform.setActivity({ phase: "idle" });
    },
    changeCamera() {
      if (!shown?.camera) return;
      // Closed first: many phones open no camera while another is open.
      held.camera.close();
      void open("camera");
    },
    async changeMicrophone() {
      if (!shown?.microphone) return false;
      const { current } = held.microphone;
      if (!current) return open("microphone");
      const changed = await held.microphone.exchange((old) => replaceMicrophone(capture, old, request()));
      if (changed.status === "problem") tell("microphone", held.microphone.current ? "on" : changed.problem);
      return changed.status === "open";
    },
  };
}

/** What is open of the two. */
function holdDevices({ holder, streams, devices, onState }: Options, onMicrophoneLost: () => void) {
  return {
    camera: new HeldDevice<MediaStreamTrack>({
      tracksOf: (track) => [track],
      onChange(track) {
        streams.set("preview", track);
        devices.cameraShown(track);
      },
      onLost: () => onState("camera", "failed"),
    }),
    microphone: new HeldDevice<MediaStreamTrack>({
      tracksOf: (track) => [track],
      onChange: (track) => devices.voiceShown(holder, track),
      onLost: () => void devices.refresh().then(onMicrophoneLost),
    }),
  };
}
