import type { CallId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { ShareSoundWay } from "../../shared/sharing";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import type { Platform } from "../platform/platform";
import type { PickedShare, PickerStore } from "../ui/appContext";
import type { Notify } from "./notices";
import { documentVisibility } from "./picker/refreshLoop";
import { createSharePicker, selectionOf } from "./picker/sharePicker";
import type { SharedTeller } from "./sharedTeller";

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

  const capture = async (call: CallId, sound: ShareSoundWay, picked: PickedShare | null = null) => {
    if (!(await allowed(call))) return;
    const opened = await tracks.openShare({ sound });
    if (opened.status === "released") return;
    if (opened.status === "open") {
      picker?.setShared(picked);
      return dispatch({ type: "shareStarted", callId: call, sound: tracks.current.shareSound !== null });
    }
    if (opened.problem === "cancelled") return onCancelled(call);
    fail(call, opened.problem === "blocked");
  };
  const fail = (call: CallId, blocked: boolean) => {
    dispatch({ type: "shareEnded", callId: call });
    if (blocked) notify({ tone: "warning", message: "shareBlocked" });
    else notify({ tone: "danger", message: "shareFailed" });
  };

  return {
    start(call: CallId) {
      callId = call;
      // A call that replaces another one (both called at once) goes on with its share, or with its open picker.
      if (!picker || tracks.current.share) void capture(call, "display");
      else picker.open();
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
      const picked = await picker?.take();
      if (!sharing || !picked || !call) return;
      const armed = await sharing.arm(selectionOf(picked));
      if (!armed.ok) return fail(call, false);
      teller.picked(picked.source.id);
      await capture(call, armed.sound, picked);
    },
    cancel() {
      picker?.close();
      if (callId) onCancelled(callId);
    },
  };
}
