import type { BrowserWindow } from "electron";
import type { ActivityTracker } from "./callActivity";
import type { ArmedShareStore } from "./capture/armedShare";
import { loadInterface } from "./window";

/** A page that crashes again this soon would go on doing so. */
const CRASH_LOOP_MS = 10_000;

/** A page that is loaded anew, or has crashed, is in no call any more: what it was granted ends with it. */
export function resetWhenPageGoes(window: BrowserWindow, activity: ActivityTracker, armed: ArmedShareStore): void {
  const reset = () => {
    armed.disarm();
    activity.set({ phase: "idle" });
  };
  window.webContents.on("did-start-navigation", (details) => {
    if (details.isMainFrame && !details.isSameDocument) reset();
  });
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    reset();
    const crashesInALoop = performance.now() - lastCrash < CRASH_LOOP_MS;
    lastCrash = performance.now();
    if (reason !== "clean-exit" && !crashesInALoop && !window.isDestroyed()) loadInterface(window);
  });
}
