import { app, BrowserWindow, globalShortcut } from "electron";
import type { SharedTracker } from "../capture/sharedSource";
import type { WindowWatch } from "../capture/windowWatch";
import { bringToFront } from "../ring";
import type { TellPage } from "../tellPage";
import { createContentProtection } from "./contentProtection";
import { createStopKey, stopKeysOn } from "./stopKey";
import { createShareTray } from "./tray";
import { followWindowState } from "./windowState";

interface Parts {
  readonly window: BrowserWindow;
  readonly shared: SharedTracker;
  readonly watch: WindowWatch;
  /** Title of a source that was offered. */
  readonly titleOf: (sourceId: string) => string | null;
  readonly tell: TellPage;
}

/** What goes with a running share outside the page: tray, global key, protected windows, and the watch over the shared one. */
export function setUpShareControl({ window, shared, watch, titleOf, tell }: Parts): void {
  const tray = createShareTray(process.platform, (does) => {
    if (does === "show") bringToFront(window);
    else tell("sharing:command", does);
  });
  const stopKey = createStopKey(stopKeysOn(process.platform, process.env), globalShortcut, () =>
    tell("sharing:command", "stop"),
  );
  const protection = createContentProtection(() => BrowserWindow.getAllWindows());
  shared.onChange(protection.follow);
  app.on("browser-window-created", (_event, opened) => protection.opened(opened));
  shared.onChange(followWindowState(watch, (state) => tell("sharing:windowState", state)));
  let named: { readonly id: string; readonly title: string | null } | null = null;
  shared.onChange((next) => {
    // Asked once: a window that is minimised is not offered any more.
    if (next?.sourceId !== named?.id) named = next && { id: next.sourceId, title: titleOf(next.sourceId) };
    stopKey.setSharing(next !== null);
    const key = stopKey.current();
    tell("sharing:stopKey", key);
    const stopKeys = key && !key.taken ? key.keys : null;
    tray(next && { title: named?.title ?? null, paused: next.paused, stopKeys });
  });
}
