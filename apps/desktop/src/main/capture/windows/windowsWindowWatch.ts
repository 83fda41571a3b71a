import { lookAgainAndAgain } from "../repeatedLook";
import type { ScreenBounds, WatchedWindow, WindowWatch } from "../windowWatch";
import { watchedWindow } from "./windowPlace";
import type { WindowsApi } from "./windowsApi";
import { windowHandle } from "./windowsOwners";

interface Parts {
  /** Null where native functions cannot be called: nothing is told then. */
  readonly loadApi: () => Promise<WindowsApi | null>;
  /** Turns pixels of the screen into device-independent ones. */
  readonly toDip: (pixels: ScreenBounds) => ScreenBounds;
}

/**
 * Follows windows of Windows by looking again and again: a look takes some microseconds, and to be told of changes takes
 * a thread of our own.
 */
export function createWindowsWindowWatch({ loadApi, toDip }: Parts): WindowWatch {
  return {
    follow(sourceId, onChange) {
      const handle = windowHandle(sourceId);
      let following = true;
      let told = "";
      let owner: number | null = null;

      const tell = (seen: WatchedWindow) => {
        const text = JSON.stringify(seen);
        if (following && text !== told) onChange(seen);
        told = text;
      };
      const looks = lookAgainAndAgain(async () => {
        const api = handle === null ? null : await loadApi();
        if (!api || handle === null) {
          tell({ bounds: null, state: "normal" });
          return false;
        }
        const place = api.place(handle);
        owner ??= place?.processId ?? 0;
        const seen = watchedWindow(place, owner, toDip);
        tell(seen);
        looks.hint();
        return seen.state !== "closed";
      });
      return () => {
        following = false;
        looks.stop();
      };
    },
  };
}
