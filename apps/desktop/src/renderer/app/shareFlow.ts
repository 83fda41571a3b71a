import type { CallId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import type { Platform } from "../platform/platform";
import type { PickedShare, PickerStore } from "../ui/appContext";
import type { Notify } from "./notices";
import { documentVisibility } from "./picker/refreshLoop";
import { createSharePicker, selectionOf } from "./picker/sharePicker";
import type { SharedTeller } from "./sharedTeller";
import { createShareStart } from "./shareStart";
import { createShareSwitch } from "./shareSwitch";

interface Options {
  readonly sharing: Platform["sharing"];
  readonly tracks: LocalTracks;
  readonly store: StoreApi<PickerStore>;
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** The person closed the picker without choosing. */
  readonly onCancelled: (callId: CallId) => void;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
  readonly teller: SharedTeller;
}

export type ShareFlow = ReturnType<typeof createShareFlow>;

/**
 * From "share" to a running share. In a browser the browser's own picker opens at once; in the desktop app ours
 * does, and `confirm` (a click again: getDisplayMedia needs one) starts the capture.
 */
export function createShareFlow({ sharing, tracks, store, allowed, onCancelled, dispatch, notify, teller }: Options) {
  let callId: CallId | null = null;
  const picker = sharing && createSharePicker({ sharing, store, page: documentVisibility, storage: localStorage });
  const opening = createShareStart({ tracks, allowed, onCancelled, dispatch, notify });
  const exchange = createShareSwitch({ tracks, allowed, callId: () => callId, dispatch, notify });

  const confirmed = async (call: CallId, picked: PickedShare, purpose: PickerStore["purpose"]) => {
    const armed = await sharing?.arm(selectionOf(picked));
    if (purpose === "switch") return armed?.ok ? exchange.run(armed.sound) : exchange.fail();
    return armed?.ok ? opening.run(call, armed.sound) : opening.fail(call, false);
  };

  return {
    start(call: CallId) {
      callId = call;
      // A call that replaces another one (both called at once) goes on with its share, or with its open picker.
      if (!picker || tracks.current.share) void opening.run(call, "display");
      else picker.open();
    },
    /** The same for another source, while the one that runs goes on. */
    changeSource() {
      if (picker) picker.open({ purpose: "switch" });
      else void exchange.run("display");
    },
    /** Stops the share and whatever was on the way to one. */
    stop() {
      callId = null;
      picker?.close();
      picker?.setShared(null);
      tracks.stopShare();
    },
    pick: (sourceId: string) => picker?.pick(sourceId),
    pickAudio: (audio: PickerStore["audio"], appId?: string) => picker?.pickAudio(audio, appId),
    showSources: (kind: PickerStore["kind"]) => picker?.showSources(kind),
    lookAgain: () => picker?.lookAgain(),
    async confirm() {
      const call = callId;
      const { purpose } = store.getState();
      const picked = await picker?.take();
      if (!picked || !call) return;
      if (!(await confirmed(call, picked, purpose))) return;
      picker?.setShared(picked);
      teller.picked(picked.source);
    },
    cancel() {
      const { purpose } = store.getState();
      picker?.close();
      if (purpose === "switch") exchange.end();
      else if (callId) onCancelled(callId);
    },
  };
}
