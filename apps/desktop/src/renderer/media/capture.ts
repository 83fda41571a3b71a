import type { ShareSoundWay } from "../../shared/sharing";
import { type MediaProblem, mediaProblemOf, type ShareProblem, shareProblemOf } from "./mediaError";
import type { PreparedSound, ShareSounds } from "./shareSound/openShareSound";
import type { ShareSound } from "./shareSound/shareSound";
import { processingConstraints, type VoiceProcessing } from "./voiceProcessing";

export type Captured<T, P = MediaProblem> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: P };

export interface MicrophoneRequest {
  /** null: the system's default. */
  readonly deviceId: string | null;
  readonly processing: VoiceProcessing;
}

export type Facing = "user" | "environment";
export interface CameraRequest {
  /** null: the system's default. */
  readonly deviceId: string | null;
  readonly facing?: { readonly value: Facing; readonly exact: boolean };
}

/** A shared window, screen or tab; `sound` is null when it goes without. */
export interface Share {
  readonly picture: MediaStreamTrack;
  readonly sound: ShareSound | null;
}

/** The doors to the devices. None of them throws. */
export interface Capture {
  /** A chosen microphone that is gone is replaced by the system's default. */
  openMicrophone(request: MicrophoneRequest): Promise<Captured<MediaStreamTrack>>;
  /** As with the microphone; a facing asked for exactly is never replaced by another. */
  openCamera(request: CameraRequest): Promise<Captured<MediaStreamTrack>>;
  /** Must be called within a click (transient activation). */
  openShare(options: { readonly sound: ShareSoundWay }): Promise<Captured<Share, ShareProblem>>;
}

/** Shared sound is not speech: processing made for speech would take it apart, and mono would halve it. */
const soundAsItIs = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: 2,
  // Keeps the call's own sound out of shared system sound, where the browser can.
  restrictOwnAudio: true,
};

/** https://www.w3.org/TR/screen-capture/#displaymediastreamoptions; browsers skip what they do not know. */
const pickerOptions = {
  selfBrowserSurface: "exclude",
  surfaceSwitching: "include",
  systemAudio: "include",
  windowAudio: "window",
};

/**
 * @param devices `navigator.mediaDevices`; absent where the page is not secure.
 * @param sounds Null: shares go without sound.
 */
export function createCapture(devices: MediaDevices | undefined, sounds: ShareSounds | null = null): Capture {
  async function openUserMedia(constraints: MediaStreamConstraints): Promise<Captured<MediaStreamTrack>> {
    if (!devices) return { ok: false, problem: "blocked" };
    try {
      const [track] = (await devices.getUserMedia(constraints)).getTracks();
      return track ? { ok: true, value: track } : { ok: false, problem: "failed" };
    } catch (error) {
      return { ok: false, problem: mediaProblemOf(error) };
    }
  }

  async function orDefault(
    deviceId: string | null,
    open: (deviceId: string | null) => Promise<Captured<MediaStreamTrack>>,
  ): Promise<Captured<MediaStreamTrack>> {
    const captured = await open(deviceId);
    const gone = !captured.ok && captured.problem === "missing" && deviceId !== null;
    return gone ? open(null) : captured;
  }

  return {
    openMicrophone: (request) =>
      orDefault(request.deviceId, (deviceId) =>
        openUserMedia({ audio: microphoneConstraints({ ...request, deviceId }) }),
      ),
    openCamera: (request) =>
      orDefault(request.deviceId, (deviceId) => openUserMedia({ video: cameraConstraints({ ...request, deviceId }) })),
    async openShare({ sound }) {
      if (!devices?.getDisplayMedia) return { ok: false, problem: "failed" };
      const prepared = sound === "none" || !sounds ? null : sounds.prepare();
      try {
        const video = { frameRate: { ideal: 30 } };
        const wanted = { video, audio: prepared && sound === "display" ? soundAsItIs : false, ...pickerOptions };
        return await shareOf(await devices.getDisplayMedia(wanted), prepared, sound);
      } catch (error) {
        prepared?.discard();
        return { ok: false, problem: shareProblemOf(error) };
      }
    },
  };
}

function microphoneConstraints({ deviceId, processing }: MicrophoneRequest): MediaTrackConstraints {
  const wanted = processingConstraints(processing);
  return deviceId === null ? wanted : { ...wanted, deviceId: { exact: deviceId } };
}

function cameraConstraints({ deviceId, facing }: CameraRequest): MediaTrackConstraints {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  if (deviceId !== null) return { ...size, deviceId: { exact: deviceId } };
  if (facing?.exact) return { ...size, facingMode: { exact: facing.value } };
  return { ...size, facingMode: { ideal: facing?.value ?? "user" } };
}

async function shareOf(
  stream: MediaStream,
  prepared: PreparedSound | null,
  way: ShareSoundWay,
): Promise<Captured<Share, ShareProblem>> {
  const [picture] = stream.getVideoTracks();
  const [captured] = stream.getAudioTracks();
  if (!picture) {
    captured?.stop();
    prepared?.discard();
    return { ok: false, problem: "failed" };
  }
  // Sharp text before smooth motion (https://www.w3.org/TR/mst-content-hint/).
  picture.contentHint = "detail";
  const sound = await soundOf(captured, prepared, way);
  if (picture.readyState === "live") return { ok: true, value: { picture, sound } };
  // The window was closed while its sound was being made ready.
  sound?.stop();
  return { ok: false, problem: "failed" };
}

async function soundOf(
  captured: MediaStreamTrack | undefined,
  prepared: PreparedSound | null,
  way: ShareSoundWay,
): Promise<ShareSound | null> {
  if (prepared && way === "samples") return prepared.ofSamples();
  if (prepared && captured) return prepared.ofTrack(captured);
  prepared?.discard();
  captured?.stop();
  return null;
}
