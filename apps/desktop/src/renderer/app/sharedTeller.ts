import type { SharedSource } from "../../shared/sharing";
import type { CallState } from "../call/callState";
import type { Platform } from "../platform/platform";

export type SharedTeller = ReturnType<typeof createSharedTeller>;

/** Tells the desktop app which source is being shared, so that it can mark and follow it. A browser needs to know nothing. */
export function createSharedTeller(sharing: Pick<NonNullable<Platform["sharing"]>, "setShared"> | null) {
  let picked: string | null = null;
  let running = false;
  let paused = false;
  let told: SharedSource | null = null;

  const tell = () => {
    const next = running && picked ? { sourceId: picked, paused } : null;
    if (next?.sourceId === told?.sourceId && next?.paused === told?.paused) return;
    told = next;
    void sharing?.setShared(next);
  };

  return {
    /** This source is what a share shows from now on, or from the moment it runs. */
    picked(sourceId: string) {
      picked = sourceId;
      tell();
    },
    setPaused(isPaused: boolean) {
      paused = isPaused;
      tell();
    },
    /** To be called with each new state of the call. */
    follow(state: CallState) {
      running = "local" in state && state.local.share === "on";
      if (!running) paused = false;
      tell();
    },
  };
}
