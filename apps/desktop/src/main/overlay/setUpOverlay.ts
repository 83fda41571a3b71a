import type { BrowserWindow } from "electron";
import { opensPortal } from "../capture/portal";
import type { SharedTracker } from "../capture/sharedSource";
import type { WindowWatch } from "../capture/windowWatch";
import { openOverlayWindow } from "./openOverlayWindow";
import { mayCover } from "./overlayPlan";
import { createShareOverlay, type ShareOverlay } from "./shareOverlay";

interface Parts {
  readonly preload: string;
  readonly shared: SharedTracker;
  readonly watch: WindowWatch;
  /** Our window: without it nothing is shared, and nothing of us may stay behind. */
  readonly window: BrowserWindow;
}

/** Shows the overlay exactly as long as something is shared. */
export function setUpOverlay({ preload, shared, watch, window }: Parts): ShareOverlay {
  const { platform } = process;
  const system = { platform, systemVersion: process.getSystemVersion(), portal: opensPortal(platform, process.env) };
  const overlay = createShareOverlay({
    watch,
    mayCover: (kind) => mayCover(system, kind),
    openWindow: () => openOverlayWindow(preload),
    now: () => performance.now(),
  });
  let marked: string | null = null;
  shared.onChange((next) => {
    overlay.setPaused(next?.paused ?? false);
    if (next?.sourceId === marked) return;
    marked = next?.sourceId ?? null;
    if (marked) overlay.show(marked);
    else overlay.hide();
  });
  window.on("closed", () => overlay.hide());
  return overlay;
}
