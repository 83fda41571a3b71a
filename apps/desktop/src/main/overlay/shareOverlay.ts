import type { DrawnInk } from "@sightline/protocol";
import type { ShareSource } from "../../shared/sharing";
import type { WatchedWindow, WindowWatch } from "../capture/windowWatch";
import { type Cover, createCover } from "./cover";
import type { OverlayWindow } from "./overlayWindow";

export interface ShareOverlay {
  /** Marks this source as shared, instead of the one before, and follows it. */
  show(sourceId: string): void;
  hide(): void;
  /** Shows whether the other side sees a still picture only. */
  setPaused(paused: boolean): void;
  draw(drawn: DrawnInk): void;
  /** Everything drawn vanishes at once. */
  wipe(): void;
}

interface Parts {
  readonly watch: WindowWatch;
  readonly mayCover: (kind: ShareSource["kind"]) => boolean;
  /** Opens it out of sight; resolves when it can be told and placed. */
  readonly openWindow: () => Promise<OverlayWindow>;
  /** Clock in milliseconds that only goes forward. */
  readonly now: () => number;
}

/** The frame around what is shared, and what the other side draws on it, on the sharer's own screen. */
export function createShareOverlay({ watch, mayCover, openWindow, now }: Parts): ShareOverlay {
  let paused = false;
  let cover: Cover | null = null;
  let end = () => {};

  async function open(sourceId: string): Promise<void> {
    let over = false;
    let seen: WatchedWindow | null = null;
    const stopFollowing = watch.follow(sourceId, (next) => {
      seen = next;
      if (!over) cover?.see(next);
    });
    end = () => {
      over = true;
      stopFollowing();
      cover?.close();
      cover = null;
    };
    const window = await openWindow();
    if (over) return window.close();
    cover = createCover(window, now);
    cover.setPaused(paused);
    if (seen) cover.see(seen);
  }

  const hide = () => {
    end();
    end = () => {};
  };
  return {
    show(sourceId) {
      hide();
      // A share goes on without its frame where none can be opened; the banner in our own window says that it runs.
      if (mayCover(sourceId.startsWith("screen:") ? "screen" : "window")) open(sourceId).catch(() => undefined);
    },
    hide,
    setPaused(isPaused) {
      paused = isPaused;
      cover?.setPaused(isPaused);
    },
    draw: (drawn) => cover?.draw(drawn),
    wipe: () => cover?.wipe(),
  };
}
