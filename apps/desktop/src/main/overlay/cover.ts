import type { DrawnInk } from "@sightline/protocol";
import { drawOn, emptySheet, fade, isBlank } from "../../shared/inkSheet";
import type { WatchedWindow } from "../capture/windowWatch";
import { cutOut } from "./cutOut";
import type { OverlayWindow } from "./overlayWindow";

/** Between two steps of fading, ms. */
const FADE_STEP_MS = 40;

export type Cover = ReturnType<typeof createCover>;

/**
 * Lies over one shared window or screen.
 * @param now clock in milliseconds that only goes forward
 */
export function createCover(window: OverlayWindow, now: () => number) {
  let seen: WatchedWindow | null = null;
  let sheet = emptySheet;
  let fading: ReturnType<typeof setInterval> | undefined;

  const cut = () => {
    if (seen?.bounds && !window.seeThrough) window.cut(cutOut(sheet, seen.bounds, now()));
  };
  const fadeOn = () => {
    sheet = fade(sheet, now());
    cut();
    if (isBlank(sheet)) clearInterval(fading);
  };
  const wipe = () => {
    sheet = emptySheet;
    clearInterval(fading);
    window.tell({ type: "wiped" });
    cut();
  };
  return {
    see(next: WatchedWindow) {
      seen = next;
      if (next.state !== "normal" || !next.bounds) return window.hide();
      // Cut first: nothing of a window that cannot be seen through may show for even a moment.
      cut();
      window.place(next.bounds);
    },
    setPaused: (paused: boolean) => window.tell({ type: "frame", paused, cutOut: !window.seeThrough }),
    draw(drawn: DrawnInk) {
      window.tell({ type: "drawn", drawn });
      if (window.seeThrough) return;
      sheet = drawOn(fade(sheet, now()), drawn, now());
      cut();
      clearInterval(fading);
      fading = setInterval(fadeOn, FADE_STEP_MS);
    },
    wipe,
    close() {
      clearInterval(fading);
      window.hide();
      window.close();
    },
  };
}
