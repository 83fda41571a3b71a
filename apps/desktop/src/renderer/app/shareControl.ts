import type { CallId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { CallEvent } from "../call/callEvents";
import type { Platform } from "../platform/platform";
import type { SharingStore } from "../ui/callStores";

interface Options {
  readonly sharing: Pick<NonNullable<Platform["sharing"]>, "onCommand" | "onWindowState" | "onStopKey"> | null;
  readonly store: Pick<StoreApi<SharingStore>, "setState">;
  /** What is shared right now. */
  readonly shared: () => { readonly id: string } | null;
  readonly callId: () => CallId | null;
  readonly dispatch: (event: CallEvent) => void;
}

const commands = {
  stop: { type: "shareStopRequested" },
  pause: { type: "sharePauseRequested", paused: true },
  resume: { type: "sharePauseRequested", paused: false },
} as const satisfies Record<string, CallEvent>;

/** What reaches a running share from outside the page: tray, global key, and what becomes of the shared window. */
export function followShareControl({ sharing, store, shared, callId, dispatch }: Options): void {
  sharing?.onCommand((command) => dispatch(commands[command]));
  sharing?.onStopKey((stopKey) => store.setState({ stopKey }));
  sharing?.onWindowState(({ sourceId, state }) => {
    const call = callId();
    // Late news of a window that another one has taken the place of mean nothing.
    if (call && shared()?.id === sourceId) dispatch({ type: "shareWindowChanged", callId: call, state });
  });
}
