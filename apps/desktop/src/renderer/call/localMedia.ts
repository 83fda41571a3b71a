import type { CallId, CallKind, MediaState } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import type { CallState } from "./callState";
import { ignored, type LocalStep, type Step } from "./callStep";
import type { DeviceState, LocalMedia } from "./callView";
import { noShare, stepShare } from "./localShare";

/** Opens what a call starts with: always the microphone, and what the person asked for beside it. */
export function openMedia(callId: CallId, wanted: { camera: boolean; share: boolean }): LocalStep {
  const effects: CallEffect[] = [];
  // Browsers open one device after another, and a camera takes longest.
  if (wanted.camera) effects.push({ type: "openCamera", callId });
  effects.push({ type: "openMicrophone", callId });
  if (wanted.share) effects.push({ type: "startShare", callId });
  const local: LocalMedia = {
    microphone: "opening",
    camera: wanted.camera ? "opening" : "off",
    ...noShare,
    share: wanted.share ? "starting" : "off",
  };
  return { local, effects };
}

export function wantedBy(kind: CallKind): { camera: boolean; share: boolean } {
  return { camera: kind === "video", share: kind === "share" };
}

/**
 * Goes on with open media in another call: both called at once, and one of the two calls stands. Opening what is
 * open gives the same tracks, so nothing blinks and no picker is shown again.
 */
export function carryMediaOver(callId: CallId, local: LocalMedia): readonly CallEffect[] {
  const effects: CallEffect[] = [];
  if (isWanted(local.microphone)) effects.push({ type: "openMicrophone", callId });
  if (local.microphone === "off") {
    effects.push({ type: "openMicrophone", callId }, { type: "setMicrophoneOn", callId, on: false });
  }
  if (isWanted(local.camera)) effects.push({ type: "openCamera", callId });
  if (local.share !== "off") effects.push({ type: "startShare", callId });
  return effects;
}

/** What the other side is told. */
export function mediaStateOf(local: LocalMedia): MediaState {
  const sharing = local.share === "on";
  return {
    microphone: local.microphone === "on",
    camera: local.camera === "on",
    share: sharing,
    shareSound: sharing && local.shareSound === "on" && !local.sharePaused,
    sharePaused: sharing && local.sharePaused,
    shareHidden: sharing && local.shareHidden,
    shareClosed: local.shareClosed,
  };
}

/** The devices' part of a call, the same while it rings and while it runs; null when the event is about no device. */
export function stepLocal(callId: CallId, local: LocalMedia, event: StampedCallEvent): LocalStep | null {
  switch (event.type) {
    case "microphoneToggled":
      return toggleMicrophone(callId, local);
    case "cameraToggled":
      return toggleCamera(callId, local);
    case "microphoneChanged":
      // Muted while it was still opening: the wish stands.
      if (event.state === "on" && local.microphone === "off") {
        return { local, effects: [{ type: "setMicrophoneOn", callId, on: false }] };
      }
      return { local: { ...local, microphone: event.state }, effects: [] };
    case "cameraChanged":
      // Switched off while it was still opening: its light must not stay on.
      if (event.state === "on" && local.camera === "off") return { local, effects: [{ type: "closeCamera", callId }] };
      return { local: { ...local, camera: event.state }, effects: [] };
    default:
      return stepShare(callId, local, event);
  }
}

function toggleMicrophone(callId: CallId, local: LocalMedia): LocalStep {
  if (local.microphone === "off") {
    return { local: { ...local, microphone: "on" }, effects: [{ type: "setMicrophoneOn", callId, on: true }] };
  }
  if (isWanted(local.microphone)) {
    return { local: { ...local, microphone: "off" }, effects: [{ type: "setMicrophoneOn", callId, on: false }] };
  }
  // It may have been lost while it was muted, and what was muted stays so.
  const effects: CallEffect[] = [
    { type: "setMicrophoneOn", callId, on: true },
    { type: "openMicrophone", callId },
  ];
  return { local: { ...local, microphone: "opening" }, effects };
}

function toggleCamera(callId: CallId, local: LocalMedia): LocalStep {
  if (isWanted(local.camera)) {
    return { local: { ...local, camera: "off" }, effects: [{ type: "closeCamera", callId }] };
  }
  return { local: { ...local, camera: "opening" }, effects: [{ type: "openCamera", callId }] };
}

function isWanted(device: DeviceState): boolean {
  return device === "on" || device === "opening";
}

/** Where no device may be open: one that opens late, for a call that is over, is closed again. */
export function releaseStrays(state: CallState, event: StampedCallEvent): Step {
  const opened =
    event.type === "shareStarted" ||
    event.type === "shareSwitched" ||
    ((event.type === "microphoneChanged" || event.type === "cameraChanged") && event.state === "on");
  if (!opened) return ignored(state);
  return { state, effects: [{ type: "releaseMedia", callId: event.callId }] };
}
