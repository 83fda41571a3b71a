import type { CallId, DrawnInk, InkMessage, InkPoint } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { InkStore } from "../../ui/callStores";
import { createInkBatch } from "./inkBatch";
import { createInkBoard } from "./inkBoard";

interface Options {
  readonly store: StoreApi<InkStore>;
  /** Sends to the other side of the running call. */
  readonly send: (message: InkMessage) => void;
}

/** What I draw on their share: while it runs and they allow it. */
export function createInkOnTheirs({ store, send }: Options) {
  const board = createInkBoard();
  const after = (ms: number, act: () => void) => void setTimeout(act, ms);
  const batch = createInkBatch({ send, now: () => performance.now(), after });
  let call: CallId | null = null;
  let viewing = false;

  const wipe = () => {
    batch.drop();
    board.wipe();
  };
  const draw = (drawn: DrawnInk) => {
    if (!viewing || !store.getState().mayDraw) return;
    board.draw(drawn);
    batch.add(drawn);
  };

  return {
    board,
    draw: (stroke: number, points: InkPoint[]) => draw({ type: "ink", stroke, points: points.map(rounded) }),
    point: (at: InkPoint | null) => draw({ type: "pointer", at: at && rounded(at) }),
    setAllowed(callId: CallId, allowed: boolean) {
      if (callId !== call) return;
      store.setState({ mayDraw: allowed });
      if (!allowed) wipe();
    },
    /**
     * @param callId the running call, or null
     * @param isViewing do they share in it?
     */
    follow(callId: CallId | null, isViewing: boolean) {
      if (callId !== call) store.setState({ mayDraw: false });
      if (callId !== call || (viewing && !isViewing)) wipe();
      call = callId;
      viewing = isViewing;
    },
  };
}

/** A ten-thousandth of the picture is less than a pixel of any screen. */
function rounded({ x, y }: InkPoint): InkPoint {
  return { x: Math.round(x * 10_000) / 10_000, y: Math.round(y * 10_000) / 10_000 };
}
