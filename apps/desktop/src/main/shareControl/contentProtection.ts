import type { SharedSource } from "../../shared/sharing";

/** The part of a BrowserWindow used here. */
export interface ProtectedWindow {
  isDestroyed(): boolean;
  setContentProtection(on: boolean): void;
}

function isScreen(shared: SharedSource | null): boolean {
  return shared?.sourceId.startsWith("screen:") ?? false;
}

/**
 * Keeps our own windows out of a shared screen: who is looked at in the call is not for the peer to see twice, and a
 * ring tells who calls. Does nothing on Linux, whose systems know nothing of the kind
 * (https://www.electronjs.org/docs/latest/api/browser-window#winsetcontentprotectionenable-macos-windows).
 * @param windows asked at each change; a window opened later is protected with the next one
 * @returns what to call with each change of what is shared
 */
export function createContentProtection(windows: () => readonly ProtectedWindow[]) {
  let on = false;
  return (shared: SharedSource | null): void => {
    const wanted = isScreen(shared);
    if (wanted === on) return;
    on = wanted;
    for (const window of windows()) if (!window.isDestroyed()) window.setContentProtection(on);
  };
}
