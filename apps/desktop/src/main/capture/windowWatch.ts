/** A rectangle on the screens, in device-independent pixels, as Electron's `screen` counts them. */
export interface ScreenBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a shared window or screen is, and whether it can be seen. */
export interface WatchedWindow {
  /** Exactly the rectangle that Chromium captures; null where it is not known. */
  readonly bounds: ScreenBounds | null;
  /** `normal` also where the system does not tell. */
  readonly state: "normal" | "minimised" | "closed";
}

/** Follows a window or screen while it is shared. What the system does not tell is left out, and never an error. */
export interface WindowWatch {
  /**
   * Calls back with what is known now, soon after it was asked, and again after each change; after `closed` never again.
   * @param sourceId Chromium's DesktopMediaID, `window:<native id>:<n>` or `screen:<native id>:<n>`
   * @returns the function that ends it
   */
  follow(sourceId: string, onChange: (seen: WatchedWindow) => void): () => void;
}

/** Where nothing is told about the windows of other programs: Wayland, or a system without the tools for it. */
export const blindWindowWatch: WindowWatch = {
  follow(_sourceId, onChange) {
    let following = true;
    queueMicrotask(() => {
      if (following) onChange({ bounds: null, state: "normal" });
    });
    return () => {
      following = false;
    };
  },
};
