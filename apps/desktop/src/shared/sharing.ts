/** A window or screen offered by the picker. */
export interface ShareSource {
  /** Chromium's DesktopMediaID, `window:<native id>:<n>` or `screen:<native id>:<n>`. */
  readonly id: string;
  readonly kind: "window" | "screen";
  readonly title: string;
  /** PNG data URL, at most 320x180; null when the system gave none. */
  readonly thumbnail: string | null;
  /** PNG data URL of the app's icon; null for screens or where unknown. */
  readonly appIcon: string | null;
}

/**
 * Which sound goes with a share. Never the plain loopback: it contains our own call, and the peer would hear
 * themselves. `app` is a process tree, so the words are "sound of <app>", never "of this window".
 */
export type AudioPlan = "app" | "systemWithoutUs" | "none";

/** Why a plan is not offered on this system. */
export type AudioUnavailable = "windowsTooOld" | "macosTooOld" | "linuxNotYet" | "noProcess" | "screenHasNoApp";

/** One line of the picker's sound choice. */
export interface AudioChoice {
  readonly plan: AudioPlan;
  readonly available: boolean;
  readonly reason?: AudioUnavailable;
  /** Name of the app whose sound it is, where known. */
  readonly appName?: string;
}
