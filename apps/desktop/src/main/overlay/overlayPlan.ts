import type { ShareSource } from "../../shared/sharing";

export interface OverlaySystem {
  readonly platform: NodeJS.Platform;
  /** `process.getSystemVersion()`. */
  readonly systemVersion: string;
  /** Is this a Wayland session, where windows are picked in the portal's dialog? */
  readonly portal: boolean;
}

/** Windows 10 2004: the first that leaves a protected window out of a capture. Older ones show it as a black box. */
const WINDOWS_LEAVES_OUT = 19041;
/** From macOS 15 on ScreenCaptureKit captures protected windows, too (electron/electron#48258). */
const MACOS_CAPTURES_ALL = 15;

/**
 * May something lie over what is shared? Only where it is not captured with it. The capture of one window never contains
 * another one; that of a screen does, unless the system leaves protected windows out, which X11 cannot. Where nothing may
 * lie there, ink is shown in the preview alone. On Wayland it is not known where the picked window is.
 */
export function mayCover({ platform, systemVersion, portal }: OverlaySystem, kind: ShareSource["kind"]): boolean {
  const [major = 0, , build = 0] = systemVersion.split(".").map(Number);
  switch (platform) {
    case "linux":
      return !portal && kind === "window";
    case "win32":
      return kind === "window" || build >= WINDOWS_LEAVES_OUT;
    case "darwin":
      return kind === "window" || major < MACOS_CAPTURES_ALL;
    default:
      return false;
  }
}
