import type { Platform } from "../platform/platform";
import type { SharedThing } from "./sharedTeller";

/**
 * Does the end of this share mean that its window was closed? Not where the system has a stop button of its own: a
 * browser, macOS, and Wayland, where the sources cannot be listed again either.
 */
export function endsByClosing(
  { system, sharing }: { system: Platform["system"]; sharing: { readonly canRefresh: boolean } | null },
  shared: SharedThing | null,
): boolean {
  return shared?.kind === "window" && system !== "macos" && (sharing?.canRefresh ?? false);
}
