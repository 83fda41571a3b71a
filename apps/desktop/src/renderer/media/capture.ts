import type { MediaProblem, ShareProblem } from "./mediaError";

export type Captured<T, P = MediaProblem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export type Facing = "user" | "environment";
export interface CameraRequest {
  /** null: the system's default. */
  readonly deviceId: string | null;
  readonly facing?: { readonly value: Facing; readonly exact: boolean };
}

/** A shared window, screen or tab; `sound` is null when it goes without. */
export interface Share {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack | null;
}

/** The doors to the devices. None of them throws. */
export interface Capture {
  openMicrophone(deviceId: string | null): Promise<Captured<MediaStreamTrack>>;
  openCamera(request: CameraRequest): Promise<Captured<MediaStreamTrack>>;
  /** Must be called within a click (transient activation). */
  openShare(options: { readonly audio: boolean }): Promise<Captured<Share, ShareProblem>>;
}

export declare function createCapture(devices: MediaDevices): Capture;
