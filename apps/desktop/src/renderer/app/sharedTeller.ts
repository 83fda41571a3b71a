import type { SharedSource, ShareSource } from "../../shared/sharing";
import type { CallState } from "../call/callState";
import type { Platform } from "../platform/platform";

export type SharedTeller = ReturnType<typeof createSharedTeller>;
export type SharedThing = Pick<ShareSource, "id" | "kind">;

/** Tells the desktop app which source is being shared, so that it can mark and follow it. A browser needs to know nothing. */
export function createSharedTeller(sharing: Pick<NonNullable<Platform["sharing"]>, "setShared"> | null) {
  let picked: SharedThing | null = null;
  let running = false;
  let paused = false;
  let told: SharedSource | null = null;

  const tell = () => {
    const next = running && picked ? { sourceId: picked.id, paused } : null;
    if (next?.sourceId === told?.sourceId && next?.paused === told?.paused) return;
    told = next;
    void sharing?.setShared(next);
  };

  return {
    /** What is shared right now; null where that is not known. */
    shared: () => told && picked,
    /** This source is what the running share shows from now on. */
    picked(source: SharedThing) {
      picked = source;
      tell();
    },
    /** To be called with each new state of the call. */
    follow(state: CallState) {
      running = "local" in state && state.local.share === "on";
      if (!running) picked = null;
      paused = "local" in state && state.local.sharePaused;
      tell();
    },
  };
}
