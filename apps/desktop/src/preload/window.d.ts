import type { DesktopApi } from "../shared/desktopApi";
import type { OverlayApi } from "../shared/overlayLook";

declare global {
  interface Window {
    /** The desktop app's bridge; absent in a browser. */
    readonly sightline?: DesktopApi;
    /** In the page that lies over a shared window, and nowhere else. */
    readonly sightlineOverlay?: OverlayApi;
  }
}
