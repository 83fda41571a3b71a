import type { DesktopApi } from "../../shared/desktopApi";
import { browserPlatform, type RingWords } from "./browserPlatform";
import { electronPlatform } from "./electronPlatform";
import type { Platform } from "./platform";

declare global {
  interface Window {
    /** Put there by the desktop app's preload; absent in a browser. */
    readonly sightline?: DesktopApi;
  }
}

export function choosePlatform(version: string, words: RingWords): Platform {
  return window.sightline ? electronPlatform(window.sightline) : browserPlatform(version, words);
}
