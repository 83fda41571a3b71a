import type { SharedSource, SharedWindowState } from "../../shared/sharing";
import type { WindowWatch } from "../capture/windowWatch";

/**
 * Tells when the shared window is minimised, back, or closed. A screen is neither.
 * @returns what to call with each change of what is shared
 */
export function followWindowState(watch: WindowWatch, tell: (state: SharedWindowState) => void) {
  let followed: string | null = null;
  let end: () => void = () => {};
  return (shared: SharedSource | null): void => {
    const sourceId = shared?.sourceId.startsWith("window:") ? shared.sourceId : null;
    if (sourceId === followed) return;
    end();
    end = () => {};
    followed = sourceId;
    if (!sourceId) return;
    let last: SharedWindowState["state"] = "normal";
    end = watch.follow(sourceId, ({ state }) => {
      if (followed !== sourceId || state === last) return;
      last = state;
      tell({ sourceId, state });
    });
  };
}
