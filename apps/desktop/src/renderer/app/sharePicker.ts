import type { StoreApi } from "zustand/vanilla";
import type { Platform } from "../platform/platform";
import { closedPicker } from "../stores/createStores";
import type { PickerStore } from "../ui/appContext";

/** How often the open picker asks for fresh thumbnails, ms. */
const REFRESH_MS = 2_000;

/** Our own picker of windows and screens, in the desktop app. The writer of the picker store. */
export function createSharePicker(sharing: NonNullable<Platform["sharing"]>, store: StoreApi<PickerStore>) {
  let refresh: ReturnType<typeof setTimeout> | undefined;

  const listSources = async () => {
    const sources = await sharing.listSources();
    if (!store.getState().open) return;
    const selected = store.getState().selectedId;
    const selectedId = sources.some(({ id }) => id === selected) ? selected : null;
    store.setState({ loading: false, sources, selectedId, ...(selectedId ? {} : { audioChoices: [], audio: "none" }) });
    if (sharing.canRefresh) refresh = setTimeout(() => void listSources(), REFRESH_MS);
  };
  const offerAudio = async (sourceId: string) => {
    const audioChoices = await sharing.audioChoices(sourceId);
    if (store.getState().selectedId !== sourceId) return;
    // The list is ordered from the narrowest sound to none; the first that works is the safest useful one.
    store.setState({ audioChoices, audio: audioChoices.find(({ available }) => available)?.plan ?? "none" });
  };

  return {
    open() {
      if (store.getState().open) return;
      clearTimeout(refresh);
      store.setState({ ...closedPicker, open: true, loading: true });
      void listSources();
    },
    pick(sourceId: string) {
      store.setState({ selectedId: sourceId });
      void offerAudio(sourceId);
    },
    pickAudio: (audio: PickerStore["audio"]) => store.setState({ audio }),
    /** Closes on what was picked, which stays in the store: the banner of the running share names it. */
    take() {
      clearTimeout(refresh);
      store.setState({ open: false });
      const { selectedId, audio } = store.getState();
      return selectedId ? { sourceId: selectedId, audio } : null;
    },
    close() {
      clearTimeout(refresh);
      store.setState(closedPicker);
    },
  };
}
