import { powerSaveBlocker } from "electron";
import type { CallActivity } from "../shared/desktopApi";

/** Keeps the screen on during a call. Returns what to call whenever the activity changes. */
export function createSleepBlocker() {
  let id: number | null = null;
  return ({ phase }: CallActivity): void => {
    if (phase === "inCall" && id === null) id = powerSaveBlocker.start("prevent-display-sleep");
    if (phase !== "inCall" && id !== null) {
      powerSaveBlocker.stop(id);
      id = null;
    }
  };
}
