import type { Page } from "@playwright/test";

/** What a page has sent to the signaling server over its socket, frame by frame as text. */
export interface SignalWatch {
  /** Frames since the last call. */
  take(): readonly string[];
}

/** Must be called before the page opens its socket. */
export function watchSignals(page: Page): SignalWatch {
  let sent: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => sent.push(payload.toString()));
  });
  return {
    take() {
      const taken = sent;
      sent = [];
      return taken;
    },
  };
}
