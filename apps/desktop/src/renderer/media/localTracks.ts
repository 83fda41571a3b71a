import type { CameraRequest, Capture, Share } from "./capture";
import type { MediaProblem, ShareProblem } from "./mediaError";

export type LocalSlot = "voice" | "camera" | "share" | "shareSound";

/** `released`: the call ended, or the person changed their mind, while the device was opening; it is closed again. */
export type Opened<T, P = MediaProblem> =
  | { readonly status: "open"; readonly value: T }
  | { readonly status: "problem"; readonly problem: P }
  | { readonly status: "released" };

/** `reopened`: the next camera could not be had, the one before is back. */
export type Switched = Opened<MediaStreamTrack> | { readonly status: "reopened" };

export interface LocalTracksOptions {
  readonly capture: Capture;
  /** Called with each change, so that the track can be sent and shown; null: nothing of that slot any more. */
  readonly onTrack: (slot: LocalSlot, track: MediaStreamTrack | null) => void;
  /** A track ended by itself: unplugged, revoked, window closed, the browser's own stop button. */
  readonly onLost: (device: "microphone" | "camera" | "share") => void;
}

/**
 * What is being captured right now. Opening what is open (or opening) gives the same track, so a call that
 * replaces another one (both called at once) goes on with it.
 */
export interface LocalTracks {
  readonly current: Readonly<Record<LocalSlot, MediaStreamTrack | null>>;
  openMicrophone(deviceId: string | null): Promise<Opened<MediaStreamTrack>>;
  /** Another microphone in the running call; stays muted if it was. On failure the one before goes on. */
  changeMicrophone(deviceId: string | null): Promise<Opened<MediaStreamTrack>>;
  /** Muting keeps the device open and sends silence. Also remembered for a microphone that is still opening. */
  setMicrophoneOn(on: boolean): void;
  openCamera(request: CameraRequest): Promise<Opened<MediaStreamTrack>>;
  /** Another camera in the running call, chosen by its id. */
  changeCamera(deviceId: string | null): Promise<Switched>;
  /** Front <-> back where the camera says which it is, else the next of `cameras`. */
  switchCamera(cameras: readonly { readonly deviceId: string }[]): Promise<Switched>;
  /** Stops the device: its light goes off. */
  closeCamera(): void;
  openShare(options: { readonly audio: boolean }): Promise<Opened<Share, ShareProblem>>;
  stopShare(): void;
  /** Stops everything, and everything that is still opening as soon as it opens. Can be used again afterwards. */
  release(): void;
}

export declare function createLocalTracks(options: LocalTracksOptions): LocalTracks;
