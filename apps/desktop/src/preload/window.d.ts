import type { DesktopApi } from "../shared/desktopApi";

declare global {
  interface Window {
    /** The desktop app's bridge; absent in a browser. */
    readonly sightline?: DesktopApi;
  }
}
