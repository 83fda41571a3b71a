import { screen } from "electron";
import { followScript } from "./macos/followScript";
import { createMacosWindowWatch } from "./macos/macosWindowWatch";
import { opensPortal } from "./portal";
import { screenWatch } from "./screenWatch";
import { loadWindowsApi } from "./windows/loadWindowsApi";
import { createWindowsWindowWatch } from "./windows/windowsWindowWatch";
import { blindWindowWatch, type WindowWatch } from "./windowWatch";
import { xTools } from "./x11Tools";
import { createX11WindowWatch } from "./x11WindowWatch";

/** How this system lets a shared window or screen be followed. */
export function createWindowWatch(): WindowWatch {
  // The portal does not tell which window was picked, and its answer would have to be asked of the person again.
  if (opensPortal(process.platform, process.env)) return blindWindowWatch;
  const windows = watchOfWindows(process.platform);
  return {
    follow: (sourceId, onChange) => (sourceId.startsWith("screen:") ? screenWatch : windows).follow(sourceId, onChange),
  };
}

function watchOfWindows(platform: NodeJS.Platform): WindowWatch {
  if (platform === "win32") {
    return createWindowsWindowWatch({
      loadApi: loadWindowsApi,
      toDip: (pixels) => screen.screenToDipRect(null, pixels),
    });
  }
  if (platform === "darwin") return createMacosWindowWatch({ followScript });
  if (platform !== "linux") return blindWindowWatch;
  return createX11WindowWatch({ tools: xTools, scaleFactor: () => screen.getPrimaryDisplay().scaleFactor });
}
