import type { Session } from "electron";
import type { ActivityTracker } from "../callActivity";
import type { TellPage } from "../tellPage";
import type { ArmedShareStore } from "./armedShare";
import { answerDisplayMedia, captureSources, ownSourceIds } from "./captureAdapter";
import { createSharing, type Sharing } from "./sharing";
import { createSystemSound } from "./systemSound";

interface Parts {
  readonly session: Session;
  readonly activity: ActivityTracker;
  readonly armed: ArmedShareStore;
  readonly tell: TellPage;
}

/** Puts sharing together: what the page may ask, what `getDisplayMedia` is answered, and that it ends with the call. */
export function setUpSharing({ session, activity, armed, tell }: Parts): Sharing {
  answerDisplayMedia(session, armed);
  const sound = createSystemSound();
  const sharing = createSharing({
    capture: captureSources,
    ownIds: ownSourceIds,
    appNameOf: sound.appNameOf,
    sound,
    armed,
    isInCall: () => activity.current().phase === "inCall",
    onSoundChunk: (chunk) => tell("sharing:soundChunk", chunk),
    onSoundEnd: (end) => tell("sharing:soundEnd", end),
  });
  activity.onChange(({ phase }) => {
    if (phase !== "inCall") void sharing.stopSounds();
  });
  return sharing;
}
