import { type AskingFrame, isOurMainFrame } from "../ourPage";
import type { ArmedShareStore } from "./armedShare";
import { isSoundDeviceId } from "./soundDeviceId";

/** The parts of Electron's display media request used here. */
export interface DisplayMediaRequest {
  readonly frame: AskingFrame | null;
  readonly videoRequested: boolean;
  readonly audioRequested: boolean;
}

export interface GrantedStreams {
  readonly video: { readonly id: string; readonly name: string };
  /** Chromium's audio device id. */
  readonly audio?: string;
}

/**
 * Answers a `getDisplayMedia`: the picked source once, to our page only, else null. Taking the share is synchronous,
 * so two requests at the same time cannot both get it. A foreign frame does not use it up. An audio device id that is
 * none of ours refuses the whole share rather than reach Chromium.
 */
export function grantDisplayMedia(
  request: DisplayMediaRequest,
  armed: ArmedShareStore,
  platform: NodeJS.Platform,
): GrantedStreams | null {
  if (!isOurMainFrame(request.frame) || !request.videoRequested) return null;
  const share = armed.take();
  if (!share) return null;
  if (share.audioDeviceId !== null && !isSoundDeviceId(share.audioDeviceId, platform)) return null;
  const video = { id: share.sourceId, name: share.title };
  // Sound goes out only when both the person chose it and the page asked for it.
  return request.audioRequested && share.audioDeviceId ? { video, audio: share.audioDeviceId } : { video };
}
