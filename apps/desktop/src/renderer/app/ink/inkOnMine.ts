import type { CallId, DrawnInk, InkMessage } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { InkStore } from "../../ui/callStores";
import { createInkBoard } from "./inkBoard";

export interface InkOnMineOptions {
  readonly store: StoreApi<InkStore>;
  /** Sends to the other side of the running call. */
  readonly send: (message: InkMessage) => void;
  /** Shows it on the shared window itself, where this system can; null in a browser, which cannot. */
  readonly screen: { showInk(drawn: DrawnInk | null): Promise<void> } | null;
}

/** What they draw on my share: shown while it runs and I want it. */
export function createInkOnMine({ store, send, screen }: InkOnMineOptions) {
  const board = createInkBoard();
  /** The call in which I am sharing. */
  let sharedIn: CallId | null = null;

  const wipe = () => {
    board.wipe();
    void screen?.showInk(null);
  };
  // After the step under way, whose effects may have to open the connection first.
  const tellAllowed = () =>
    queueMicrotask(() => send({ type: "inkAllowed", allowed: sharedIn !== null && store.getState().allowed }));
  const allow = (allowed: boolean) => {
    if (!sharedIn) return;
    store.setState({ allowed });
    tellAllowed();
    if (!allowed) wipe();
  };

  return {
    board,
    allow,
    draw(callId: CallId, drawn: DrawnInk) {
      if (callId !== sharedIn || !store.getState().allowed) return;
      board.draw(drawn);
      void screen?.showInk(drawn);
    },
    /** @param callId the call in which I am sharing now, or null */
    follow(callId: CallId | null) {
      if (callId === sharedIn) return;
      sharedIn = callId;
      if (callId) return allow(true);
      wipe();
      tellAllowed();
    },
  };
}
