import { BrowserWindow, desktopCapturer, type Session } from "electron";
import { denyDisplayMedia, type DisplayMediaAnswer } from "../electronDifferences";
import type { ArmedShareStore } from "./armedShare";
import { grantDisplayMedia } from "./displayMedia";
import type { CapturedSource, CaptureOrder } from "./sources";

/**
 * Windows and screens with pictures of 320x180 at most. Under Wayland this opens the portal's dialog; both kinds in one
 * call make it one dialog.
 */
export function captureSources({ kinds, icons }: CaptureOrder): Promise<readonly CapturedSource[]> {
  return desktopCapturer.getSources({
    types: kinds === "both" ? ["window", "screen"] : [kinds],
    thumbnailSize: { width: 320, height: 180 },
    fetchWindowIcons: icons,
  });
}

/** Ids of all windows of this app. */
export function ownSourceIds(): readonly string[] {
  return BrowserWindow.getAllWindows().map((window) => window.getMediaSourceId());
}

/** Routes every `getDisplayMedia` of the session through the armed share. */
export function answerDisplayMedia(session: Session, armed: ArmedShareStore): void {
  session.setDisplayMediaRequestHandler((request, callback) => {
    const answer = callback as DisplayMediaAnswer;
    const streams = grantDisplayMedia(request, armed, process.platform);
    if (streams) answer(streams);
    else denyDisplayMedia(answer);
  });
}
