import { BrowserWindow, type Session, session, systemPreferences } from "electron";
import { denyDisplayMedia, type DisplayMediaAnswer } from "../../electronDifferences";
import { APP_SCHEME } from "../../ourPage";
import { pagePreferences } from "../../pagePreferences";
import { isScreenCapture } from "../../permissions";
import { isSoundDeviceId } from "../soundDeviceId";
import type { Trial, TrialResult } from "./appSoundTrial";
import { judgeTrial, TRIAL_SCRIPT } from "./trialReport";

/** Electron 45 asks for it under this name, which the types of its check do not have yet. */
const SCREEN_CAPTURE: string = "display-capture";

/** An origin of its own: the bridge and the share's handler answer the interface only. */
const PAGE = `${APP_SCHEME}://sound-trial/`;
const LIMIT_MS = 8_000;

/** Tries a device id in a hidden window that exists for this alone: no bridge, nothing kept, one answer. */
export async function tryOutSound(trial: Trial): Promise<TrialResult> {
  if (!isSoundDeviceId(trial.deviceId, process.platform)) return "fails";
  // Without it the picture fails, which would look as if the sound did.
  if (systemPreferences.getMediaAccessStatus("screen") !== "granted") return "undecided";
  const own = session.fromPartition("sound-trial");
  equip(own, trial);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...pagePreferences(), session: own },
  });
  try {
    return judgeTrial(await inTime(runTrial(window)));
  } finally {
    window.destroy();
    own.protocol.unhandle(APP_SCHEME);
    own.setDisplayMediaRequestHandler(null);
  }
}

async function runTrial(window: BrowserWindow): Promise<unknown> {
  await window.loadURL(PAGE);
  // Counts as a person's gesture, which a capture demands.
  return window.webContents.executeJavaScript(TRIAL_SCRIPT, true);
}

/** An empty page, the permission to capture and nothing else, and one capture. */
function equip(own: Session, trial: Trial): void {
  const headers = { "Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'" };
  own.protocol.handle(APP_SCHEME, () => new Response("<!doctype html><title>-</title>", { headers }));
  own.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const mediaTypes = "mediaTypes" in details ? (details.mediaTypes ?? []) : [];
    callback(isScreenCapture({ permission, mediaTypes }));
  });
  own.setPermissionCheckHandler((_contents, permission) => permission === SCREEN_CAPTURE);
  own.setDevicePermissionHandler(() => false);
  let isUsed = false;
  own.setDisplayMediaRequestHandler((_request, callback) => {
    const answer = callback as DisplayMediaAnswer;
    if (isUsed) return denyDisplayMedia(answer);
    isUsed = true;
    answer({ video: { id: trial.sourceId, name: "" }, audio: trial.deviceId });
  });
}

/** Null when it takes too long, as while the system asks the person. */
async function inTime(report: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LIMIT_MS, null);
  });
  try {
    return await Promise.race([report, late]);
  } finally {
    clearTimeout(timer);
  }
}
