import { lookAgainAndAgain } from "./repeatedLook";
import type { WatchedWindow, WindowWatch } from "./windowWatch";
import { geometryOf, isGone, stateOf, tellsOfChange, toDip, xWindowOf } from "./x11Output";
import type { XTools } from "./x11Tools";

interface Parts {
  readonly tools: XTools;
  /** Device-independent pixels are so many X pixels. */
  readonly scaleFactor: () => number;
}

/** Follows windows of an X11 session by stock tools: told by `xev` that something changed, it asks the others what. */
export function createX11WindowWatch({ tools, scaleFactor }: Parts): WindowWatch {
  async function lookAt(id: string): Promise<WatchedWindow> {
    const [place, state] = await Promise.all([
      tools.run("xwininfo", ["-id", id]),
      tools.run("xprop", ["-id", id, "WM_STATE", "_NET_WM_STATE"]),
    ]);
    if (isGone(place.errors) || isGone(state.errors)) return { bounds: null, state: "closed" };
    const geometry = geometryOf(place.output);
    return { bounds: geometry && toDip(geometry, scaleFactor()), state: stateOf(state.output) };
  }

  return {
    follow(sourceId, onChange) {
      const id = xWindowOf(sourceId);
      let following = true;
      let told = "";
      const looks = lookAgainAndAgain(async () => {
        const seen: WatchedWindow = id === null ? { bounds: null, state: "normal" } : await lookAt(id);
        const text = JSON.stringify(seen);
        if (following && text !== told) onChange(seen);
        told = text;
        if (seen.state === "closed") stop();
        return id !== null;
      });
      const endEvents = id === null ? () => {} : tools.follow(id, (text) => tellsOfChange(text) && looks.hint());
      const stop = () => {
        following = false;
        looks.stop();
        endEvents();
      };
      return stop;
    },
  };
}
