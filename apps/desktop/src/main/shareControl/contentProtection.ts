import type { SharedSource } from "../../shared/sharing";

/** The part of a BrowserWindow used here. */
export interface ProtectedWindow {
  isDestroyed(): boolean;
  isFocusable(): boolean;
  setContentProtection(on: boolean): void;
}

/**
 * Keeps our own windows out of a shared screen: who is looked at in the call is not for the peer to see twice. Does
 * nothing on Linux, whose systems know nothing of the kind
 * (https://www.electronjs.org/docs/latest/api/browser-window#winsetcontentprotectionenable-macos-windows). A ring, which
 * tells who calls, cannot come meanwhile: who is in a call is busy.
 * @param windows all of ours that are open
 */
export function createContentProtection(windows: () => readonly ProtectedWindow[]) {
  let on = false;
  // What takes no focus lies over the shared thing, and keeps itself out of every picture, always.
  const set = (window: ProtectedWindow) => {
    if (!window.isDestroyed() && window.isFocusable()) window.setContentProtection(on);
  };
  return {
    /** To be called with each change of what is shared. */
    follow(shared: SharedSource | null): void {
      const wanted = shared?.sourceId.startsWith("screen:") ?? false;
      if (wanted === on) return;
      on = wanted;
      for (const window of windows()) set(window);
    },
    /** To be called with each window that opens. */
    opened(window: ProtectedWindow): void {
      if (on) set(window);
    },
  };
}
