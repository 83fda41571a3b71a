import { expect, test } from "vitest";
import type { ShareCommand, SharedWindowState, StopKey } from "../../shared/sharing";
import type { CallEvent } from "../call/callEvents";
import type { SharingStore } from "../ui/callStores";
import { followShareControl } from "./shareControl";
import { createStore } from "zustand/vanilla";

const call = "10000000-0000-4000-8000-00000000000a";

function setUp(shared: { id: string } | null = { id: "window:7:0" }) {
  const events: CallEvent[] = [];
  const store = createStore<SharingStore>(() => ({ stopKey: null }));
  let command: (command: ShareCommand) => void = () => {};
  let becomes: (state: SharedWindowState) => void = () => {};
  let key: (key: StopKey | null) => void = () => {};
  const unsubscribe = () => {};
  followShareControl({
    sharing: {
      onCommand(listener) {
        command = listener;
        return unsubscribe;
      },
      onWindowState(listener) {
        becomes = listener;
        return unsubscribe;
      },
      onStopKey(listener) {
        key = listener;
        return unsubscribe;
      },
    },
    store,
    shared: () => shared,
    callId: () => call,
    dispatch: (event) => events.push(event),
  });
  return { events, store, command, becomes, key };
}

test("tray and key stop, pause and resume", () => {
  const { events, command } = setUp();
  for (const each of ["stop", "pause", "resume"] as const) command(each);
  expect(events).toEqual([
    { type: "shareStopRequested" },
    { type: "sharePauseRequested", paused: true },
    { type: "sharePauseRequested", paused: false },
  ]);
});

test("what becomes of the shared window is told, of one that was shared before it is not", () => {
  const { events, becomes } = setUp();
  becomes({ sourceId: "window:6:0", state: "closed" });
  becomes({ sourceId: "window:7:0", state: "minimised" });
  expect(events).toEqual([{ type: "shareWindowChanged", callId: call, state: "minimised" }]);
});

test("nothing is shared: nothing becomes of it", () => {
  const { events, becomes } = setUp(null);
  becomes({ sourceId: "window:7:0", state: "closed" });
  expect(events).toEqual([]);
});

test("the key is shown", () => {
  const { store, key } = setUp();
  key({ keys: "Ctrl+Shift+X", taken: false });
  expect(store.getState().stopKey).toEqual({ keys: "Ctrl+Shift+X", taken: false });
});
