import type { StoreApi } from "zustand/vanilla";
import type { ShareSelection } from "../../../shared/sharing";
import type { Platform } from "../../platform/platform";
import { closedPicker } from "../../stores/createStores";
import type { PickedShare, PickerStore } from "../../ui/appContext";
import { createRecall, type RecallStorage } from "./recall";
import type { PageVisibility } from "./refreshLoop";
import { createSoundOffers } from "./soundOffers";
import { createSourceLooks } from "./sourceLooks";

interface Options {
  readonly sharing: Pick<
    NonNullable<Platform["sharing"]>,
    "canRefresh" | "listSources" | "audioChoices" | "soundingApps"
  >;
  readonly store: StoreApi<PickerStore>;
  readonly page: PageVisibility;
  readonly storage: RecallStorage;
}

interface Opening {
  readonly purpose?: PickerStore["purpose"];
  /** Chosen from the start, if it is there; else what was shared last. */
  readonly sourceId?: string;
}

/** Our own picker of windows and screens, in the desktop app. The writer of the picker store. */
export function createSharePicker({ sharing, store, page, storage }: Options) {
  const recall = createRecall(storage);
  const sounds = createSoundOffers({ sharing, store, page, remembered: recall.sound });
  const looks = createSourceLooks({ sharing, store, page, onListed });
  let wanted: string | null = null;

  function onListed(first: boolean): void {
    const { sources, selectedId } = store.getState();
    if (selectedId && !sources.some(({ id }) => id === selectedId)) sounds.unselect();
    if (!first || selectedId) return;
    // What the portal gives is what the person picked in it.
    const picked = sharing.canRefresh ? null : sources[0];
    const source = picked ?? sources.find(({ id }) => id === wanted) ?? recall.last(sources);
    if (source) sounds.select(source.id);
  }

  function close(): void {
    looks.stop();
    sounds.stop();
    store.setState({ ...closedPicker, shared: store.getState().shared });
  }

  /** Closes on what was picked, once its sound is known: a sound of the source before must not go with it. */
  async function take(): Promise<PickedShare | null> {
    await sounds.settled();
    const { open, sources, selectedId } = store.getState();
    const source = sources.find(({ id }) => id === selectedId);
    if (!open || !source) return null;
    const picked = sounds.picked(source);
    recall.keep(source, sounds.chosenByHand());
    close();
    return picked;
  }

  return {
    open({ purpose = "start", sourceId }: Opening = {}) {
      const { open, shared } = store.getState();
      if (open) return;
      wanted = sourceId ?? null;
      store.setState({
        ...closedPicker,
        shared,
        open: true,
        purpose,
        pickedOutside: !sharing.canRefresh,
        loading: true,
      });
      looks.start();
    },
    /** Looks at once at what the tab shows: its pictures are as old as its last time in front. */
    showSources(kind: PickerStore["kind"]) {
      store.setState({ kind });
      looks.hurry();
    },
    lookAgain() {
      sounds.unselect();
      store.setState({ loading: true, trouble: null, sources: [] });
      looks.start();
    },
    pick: sounds.select,
    pickAudio: sounds.choose,
    take,
    /** What runs as the share from now on; null when it is over. */
    setShared: (shared: PickedShare | null) => store.setState({ shared }),
    close,
  };
}

/** What the main process is asked to arm. */
export function selectionOf({ source, audio, app }: PickedShare): ShareSelection {
  return { sourceId: source.id, audio, ...(app ? { appId: app.id } : {}) };
}
