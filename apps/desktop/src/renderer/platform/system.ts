import type { Platform } from "./platform";

/** The operating system by the browser's user agent; decides words of advice only, never a feature. */
export function systemOf(userAgent: string): Platform["system"] {
  if (/Android/.test(userAgent)) return "android";
  if (/iPhone|iPad/.test(userAgent)) return "ios";
  if (/Windows/.test(userAgent)) return "windows";
  if (/Mac OS X/.test(userAgent)) return "macos";
  if (/Linux|X11|CrOS/.test(userAgent)) return "linux";
  return "other";
}
