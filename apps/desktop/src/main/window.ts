import { BrowserWindow, dialog, screen } from "electron";
import { z } from "zod";
import { readJsonFile, writeJsonFile } from "./jsonFile";
import { START_PAGE } from "./ourPage";
import { pagePreferences } from "./pagePreferences";
import { words } from "./words";

const savedBounds = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
const DEFAULT_SIZE = { width: 1120, height: 760 };
const MINIMUM_SIZE = { minWidth: 360, minHeight: 480 };

/**
 * The one window, as last placed.
 * @param preload absolute path of the built preload script
 * @param boundsFile where position and size are remembered
 */
export async function openWindow(preload: string, boundsFile: string): Promise<BrowserWindow> {
  const saved = await readJsonFile(boundsFile, savedBounds);
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(saved && isOnAScreen(saved) ? saved : {}),
    ...MINIMUM_SIZE,
    title: words.productName,
    show: false,
    autoHideMenuBar: true,
    // The ringtone must sound without a click before it.
    webPreferences: { ...pagePreferences(preload), autoplayPolicy: "no-user-gesture-required" },
  });
  window.once("ready-to-show", () => window.show());
  rememberBounds(window, boundsFile);
  return window;
}

export function loadInterface(window: BrowserWindow): void {
  // A failed load is told by Chromium's own page; rejecting here would only end the app.
  window.loadURL(START_PAGE).catch(() => undefined);
}

function rememberBounds(window: BrowserWindow, file: string): void {
  let pending: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(pending);
    pending = setTimeout(() => {
      if (!window.isDestroyed()) void writeJsonFile(file, window.getNormalBounds()).catch(() => undefined);
    }, 500);
  };
  window.on("resize", save);
  window.on("move", save);
}

/** A screen may have been unplugged since: the window must not open where nobody sees it. */
function isOnAScreen(bounds: Electron.Rectangle): boolean {
  const { workArea } = screen.getDisplayMatching(bounds);
  return (
    bounds.x < workArea.x + workArea.width &&
    bounds.x + bounds.width > workArea.x &&
    bounds.y < workArea.y + workArea.height &&
    bounds.y + bounds.height > workArea.y
  );
}

/** Closing the window in a call asks first; quitting by menu or by the system does not. */
export function askBeforeClosing(window: BrowserWindow, isInCall: () => boolean, isQuitting: () => boolean): void {
  window.on("close", (event) => {
    if (!isInCall() || isQuitting()) return;
    event.preventDefault();
    void dialog
      .showMessageBox(window, {
        type: "question",
        message: words.closeDuringCall.message,
        detail: words.closeDuringCall.detail,
        buttons: [words.closeDuringCall.stay, words.closeDuringCall.quit],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        if (response === 1 && !window.isDestroyed()) window.destroy();
      });
  });
}
