import type { CallId } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { CallEvent } from "../call/callEvents";
import type { LocalTracks } from "../media/localTracks";
import type { Platform } from "../platform/platform";
import { closedPicker } from "../stores/createStores";
import type { PickerStore } from "../ui/appContext";
import type { Notify } from "./notices";

/** How often the open picker asks for fresh thumbnails, ms. */
const REFRESH_MS = 2_000;

interface Options {
  readonly sharing: Platform["sharing"];
  readonly tracks: LocalTracks;
  readonly store: StoreApi<PickerStore>;
  readonly allowed: (callId: CallId) => Promise<boolean>;
  /** The person closed the picker without choosing. */
  readonly onCancelled: (callId: CallId) => void;
  readonly dispatch: (event: CallEvent) => void;
  readonly notify: Notify;
}

export type ShareFlow = ReturnType<typeof createShareFlow>;

/**
 * From "share" to a running share. In a browser the browser's own picker opens at once; in the desktop app ours
 * does, and `confirm` (a click again: getDisplayMedia needs one) starts the capture.
 */
export function createShareFlow({ sharing, tracks, store, allowed, onCancelled, dispatch, notify }: Options) {
  let callId: CallId | null = null;
  let refresh: ReturnType<typeof setTimeout> | undefined;

  const closePicker = () => {
    clearTimeout(refresh);
    store.setState(closedPicker);
  };
  const capture = async (call: CallId, audio: boolean) => {
    if (!(await allowed(call))) return;
    const opened = await tracks.openShare({ audio });
    if (opened.status === "released") return;
    if (opened.status === "open") {
      return dispatch({ type: "shareStarted", callId: call, sound: opened.value.sound !== null });
    }
    if (opened.problem === "cancelled") return onCancelled(call);
    dispatch({ type: "shareEnded", callId: call });
    if (opened.problem === "blocked") notify({ tone: "warning", message: "shareBlocked" });
    else notify({ tone: "danger", message: "shareFailed" });
  };

  const listSources = async () => {
    if (!sharing) return;
    const sources = await sharing.listSources();
    if (!store.getState().open) return;
    const selected = store.getState().selectedId;
    const selectedId = sources.some(({ id }) => id === selected) ? selected : null;
    store.setState({ loading: false, sources, selectedId, ...(selectedId ? {} : { audioChoices: [], audio: "none" }) });
    if (sharing.canRefresh) refresh = setTimeout(() => void listSources(), REFRESH_MS);
  };
  const chooseAudio = async (sourceId: string) => {
    const audioChoices = (await sharing?.audioChoices(sourceId)) ?? [];
    if (store.getState().selectedId !== sourceId) return;
    // The list is ordered from the narrowest sound to none; the first that works is the safest useful one.
    store.setState({ audioChoices, audio: audioChoices.find(({ available }) => available)?.plan ?? "none" });
  };

  return {
    start(call: CallId) {
      callId = call;
      // A call that replaces another one (both called at once) goes on with its share, or with its open picker.
      if (!sharing || tracks.current.share) return void capture(call, true);
      if (store.getState().open) return;
      store.setState({ ...closedPicker, open: true, loading: true });
      void listSources();
    },
    /** Stops the share and whatever was on the way to one. */
    stop() {
      callId = null;
      closePicker();
      tracks.stopShare();
    },
    pick(sourceId: string) {
      store.setState({ selectedId: sourceId });
      void chooseAudio(sourceId);
    },
    pickAudio: (audio: PickerStore["audio"]) => store.setState({ audio }),
    async confirm() {
      const { selectedId, audio } = store.getState();
      const call = callId;
      if (!sharing || !selectedId || !call) return;
      // What was picked stays in the store: the banner of the running share names it.
      clearTimeout(refresh);
      store.setState({ open: false });
      const armed = await sharing.arm({ sourceId: selectedId, audio });
      if (armed.ok) return capture(call, audio !== "none");
      dispatch({ type: "shareEnded", callId: call });
      notify({ tone: "danger", message: "shareFailed" });
    },
    cancel() {
      closePicker();
      if (callId) onCancelled(callId);
    },
  };
}
