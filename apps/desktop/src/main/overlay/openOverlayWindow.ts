import { BrowserWindow } from "electron";
import type { OverlayChannel } from "../../shared/overlayLook";
import { depthOf } from "../capture/x11Output";
import { xTools } from "../capture/x11Tools";
import { OVERLAY_PAGE } from "../ourPage";
import { pagePreferences } from "../pagePreferences";
import { words } from "../words";
import type { OverlayWindow } from "./overlayWindow";

const channel: OverlayChannel = "overlay:look";

/** @param preload absolute path of the overlay's built preload script */
export async function openOverlayWindow(preload: string): Promise<OverlayWindow> {
  const window = overlay(preload);
  // Clicks, drags and the wheel reach what lies below.
  window.setIgnoreMouseEvents(true);
  window.setAlwaysOnTop(true, "screen-saver");
  if (process.platform === "darwin") {
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  // Nobody may see it with a captured screen. X11 knows no such protection; there it lies over windows only.
  window.setContentProtection(true);
  await window.loadURL(OVERLAY_PAGE);
  const seeThrough = await canSeeThrough(window);
  const ifThere = (act: () => void) => {
    if (!window.isDestroyed()) act();
  };
  return {
    seeThrough,
    place: (bounds) =>
      ifThere(() => {
        window.setBounds(bounds);
        if (!window.isVisible()) window.showInactive();
      }),
    cut: (outline) => ifThere(() => window.setShape([...outline])),
    tell: (look) => ifThere(() => window.webContents.send(channel, look)),
    hide: () => ifThere(() => window.hide()),
    close: () => ifThere(() => window.destroy()),
  };
}

function overlay(preload: string): BrowserWindow {
  return new BrowserWindow({
    title: words.overlay,
    show: false,
    width: 1,
    height: 1,
    frame: false,
    transparent: true,
    backgroundColor: "#00000000",
    hasShadow: false,
    roundedCorners: false,
    focusable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    enableLargerThanScreen: true,
    webPreferences: pagePreferences(preload),
  });
}

/**
 * Under X11 a window is transparent only where a compositing manager runs; Chromium then gives it 32 bits per pixel. Where
 * that is not sure it counts as not: it must never lie as a black box over somebody's work.
 */
async function canSeeThrough(window: BrowserWindow): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const id = window.getMediaSourceId().split(":")[1] ?? "";
  return depthOf((await xTools.run("xwininfo", ["-id", id])).output) === 32;
}
