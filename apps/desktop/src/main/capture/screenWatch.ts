import { type Display, desktopCapturer, screen } from "electron";
import { displayOf } from "./displayOf";
import type { WindowWatch } from "./windowWatch";

/** Follows shared screens: one may be moved in the arrangement, get another resolution, or be unplugged. */
export const screenWatch: WindowWatch = {
  follow(sourceId, onChange) {
    let following = true;
    let id: number | null = null;
    let told = "";
    const look = () => {
      const shown = screen.getAllDisplays().find((display) => display.id === id);
      const seen = shown
        ? { bounds: shown.bounds, state: "normal" as const }
        : { bounds: null, state: "closed" as const };
      if (following && JSON.stringify(seen) !== told) onChange(seen);
      told = JSON.stringify(seen);
    };
    void idOf(sourceId, screen.getAllDisplays()).then((found) => {
      id = found;
      if (found !== null) return look();
      if (following) onChange({ bounds: null, state: "normal" });
    });
    const lookIfKnown = () => {
      if (id !== null) look();
    };
    screen.on("display-metrics-changed", lookIfKnown);
    screen.on("display-removed", lookIfKnown);
    return () => {
      following = false;
      screen.off("display-metrics-changed", lookIfKnown);
      screen.off("display-removed", lookIfKnown);
    };
  },
};

async function idOf(sourceId: string, displays: readonly Display[]): Promise<number | null> {
  if (displays.length === 1) return displays[0]?.id ?? null;
  const sources = await desktopCapturer.getSources({ types: ["screen"], thumbnailSize: { width: 0, height: 0 } });
  return displayOf(sourceId, sources, displays);
}
