import type { ShareSoundWay } from "../../shared/sharing";
import { otherCameras, replaceCamera } from "./cameraSwitch";
import type { CameraRequest, Capture, MicrophoneRequest, Share } from "./capture";
import { HeldDevice, type Opened } from "./heldDevice";
import type { ShareProblem } from "./mediaError";
import { replaceMicrophone } from "./microphoneSwitch";
import type { ShareSound } from "./shareSound/shareSound";

export type LocalSlot = "voice" | "camera" | "share" | "shareSound";

/** `reopened`: the other camera could not be had, the one before is back (as a new track). */
type Switched = Opened<MediaStreamTrack> | { readonly status: "reopened" };

export interface LocalTracksOptions {
  readonly capture: Capture;
  /** Called with each change, so that the track can be sent and shown; null: nothing of that slot any more. */
  readonly onTrack: (slot: LocalSlot, track: MediaStreamTrack | null) => void;
  /** The camera is stopped and another one opened: by now nothing may use it any more. */
  readonly onCameraExchange: () => void;
  /** A track ended by itself: unplugged, revoked, window closed, the browser's own stop button. */
  readonly onLost: (device: "microphone" | "camera" | "share") => void;
  /** The sound of the running share; it tells itself how it goes on. Null: a share without, or none. */
  readonly onShareSound: (sound: ShareSound | null) => void;
}

/**
 * What is being captured right now. Opening what is open (or opening) gives the same track, so a call that
 * replaces another one (both called at once) goes on with it.
 */
export interface LocalTracks {
  readonly current: Readonly<Record<LocalSlot, MediaStreamTrack | null>>;
  openMicrophone(request: MicrophoneRequest): Promise<Opened<MediaStreamTrack>>;
  /**
   * Another microphone, or the same with other processing, in the running call; stays muted if it was. `released` when none
   * is open.
   */
  changeMicrophone(request: MicrophoneRequest): Promise<Opened<MediaStreamTrack>>;
  /** Muting keeps the device open and sends silence. Also remembered for a microphone that is still opening. */
  setMicrophoneOn(on: boolean): void;
  openCamera(request: CameraRequest): Promise<Opened<MediaStreamTrack>>;
  /** Another camera in the running call, chosen by its id. `released` when the camera is off. */
  changeCamera(deviceId: string | null): Promise<Switched>;
  /** Front <-> back where the camera says which it is, else the next of `cameras`. `released` when it is off. */
  switchCamera(cameras: readonly { readonly deviceId: string }[]): Promise<Switched>;
  /** Stops the device: its light goes off. */
  closeCamera(): void;
  /** Must be called within a click unless a share is open already. */
  openShare(options: { readonly sound: ShareSoundWay }): Promise<Opened<Share, ShareProblem>>;
  /**
   * Another source in place of the running one, which is stopped once the other is there, and goes on when it is not.
   * Within a click, too. `released` when nothing is shared.
   */
  switchShare(options: { readonly sound: ShareSoundWay }): Promise<Opened<Share, ShareProblem>>;
  stopShare(): void;
  /** Stops everything, and everything that is still opening as soon as it opens. Can be used again afterwards. */
  release(): void;
}

export function createLocalTracks(given: LocalTracksOptions): LocalTracks {
  const { capture, onTrack, onCameraExchange, onLost, onShareSound } = given;
  const microphone = microphoneOf(onTrack, onLost);
  const camera = new HeldDevice<MediaStreamTrack>({
    tracksOf: (track) => [track],
    onChange: (track) => onTrack("camera", track),
    onLost: () => onLost("camera"),
  });
  const share = new HeldDevice<Share, ShareProblem>({
    tracksOf: ({ picture }) => [picture],
    onStop: ({ sound }) => sound?.stop(),
    onChange(value) {
      onTrack("share", value?.picture ?? null);
      onTrack("shareSound", soundTrackOf(value));
      onShareSound(value?.sound ?? null);
    },
    onLost: () => onLost("share"),
  });

  async function replace(requestsFor: (old: MediaStreamTrack) => readonly CameraRequest[]): Promise<Switched> {
    let reopened = false;
    const opened = await camera.exchange(async (old) => {
      const replacement = await replaceCamera(capture, old, requestsFor(old), onCameraExchange);
      reopened = replacement.reopened;
      return replacement.captured;
    });
    return opened.status === "open" && reopened ? { status: "reopened" } : opened;
  }

  return {
    get current() {
      const shared = share.current;
      return {
        voice: microphone.device.current,
        camera: camera.current,
        share: shared?.picture ?? null,
        shareSound: soundTrackOf(shared),
      };
    },
    openMicrophone: (request) => microphone.device.open(() => capture.openMicrophone(request)),
    changeMicrophone: (request) => microphone.device.exchange((old) => replaceMicrophone(capture, old, request)),
    setMicrophoneOn: microphone.setOn,
    openCamera: (request) => camera.open(() => capture.openCamera(request)),
    changeCamera: (deviceId) => replace(() => [{ deviceId }]),
    switchCamera: (cameras) => replace((old) => otherCameras(old.getSettings(), cameras)),
    closeCamera: () => camera.close(),
    openShare: (options) => share.open(() => capture.openShare(options)),
    switchShare: (options) => share.exchange(() => capture.openShare(options)),
    stopShare: () => share.close(),
    release() {
      for (const device of [microphone.device, camera, share]) device.close();
      microphone.setOn(true);
    },
  };
}

/** A share may go on without the sound it began with. */
function soundTrackOf(share: Share | null): MediaStreamTrack | null {
  const track = share?.sound?.track;
  return track?.readyState === "live" ? track : null;
}

function microphoneOf(onTrack: LocalTracksOptions["onTrack"], onLost: LocalTracksOptions["onLost"]) {
  let on = true;
  const device = new HeldDevice<MediaStreamTrack>({
    tracksOf: (track) => [track],
    onChange(track) {
      // Before anybody can send it: a muted person stays muted in a new microphone, too.
      if (track) track.enabled = on;
      onTrack("voice", track);
    },
    onLost: () => onLost("microphone"),
  });
  return {
    device,
    setOn(wanted: boolean) {
      on = wanted;
      if (device.current) device.current.enabled = wanted;
    },
  };
}
