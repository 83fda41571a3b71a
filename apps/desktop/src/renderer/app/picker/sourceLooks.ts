import type { StoreApi } from "zustand/vanilla";
import type { ListedSource, ListingRequest } from "../../../shared/sharing";
import type { Platform } from "../../platform/platform";
import type { PickerStore } from "../../ui/appContext";
import { mergeListing } from "./listing";
import { createRefreshLoop, type PageVisibility } from "./refreshLoop";
import { nextLookMs } from "./refreshPace";

type Sharing = Pick<NonNullable<Platform["sharing"]>, "listSources" | "canRefresh">;

interface Options {
  readonly sharing: Sharing;
  readonly store: StoreApi<PickerStore>;
  readonly page: PageVisibility;
  /** The sources are in the store; `first` when the picker has just opened. */
  readonly onListed: (first: boolean) => void;
}

/** Looks at the windows and screens again and again while the picker is open; under a portal once. */
export function createSourceLooks({ sharing, store, page, onListed }: Options) {
  const list = createLister(sharing);
  const loop = createRefreshLoop(page, look);
  let opening = 0;
  let unchanged = 0;

  async function look(): Promise<number | null> {
    const mine = opening;
    const { loading, trouble, kind, sources: before } = store.getState();
    const first = loading || trouble !== null;
    // Pictures cost, so only those that are seen are taken anew.
    const kinds = first ? "both" : kind;
    const startedAt = performance.now();
    const listed = await list({ afresh: first, kinds });
    if (mine !== opening) return null;
    const sources = listed ? mergeListing(before, listed, kinds) : [];
    const none = sharing.canRefresh ? (listed ? null : "failed") : sources.length === 0 ? "cancelled" : null;
    store.setState({ loading: false, trouble: none, sources });
    onListed(first);
    unchanged = sources === before ? unchanged + 1 : 0;
    return sharing.canRefresh ? nextLookMs({ tookMs: performance.now() - startedAt, unchanged }) : null;
  }

  return {
    start() {
      opening += 1;
      unchanged = 0;
      loop.start();
    },
    hurry() {
      if (sharing.canRefresh) loop.hurry();
    },
    /** At once: what is on its way is not taken any more. */
    stop() {
      opening += 1;
      loop.stop();
    },
  };
}

/**
 * One listing at a time; null is a refused one. Under a portal each listing opens the system's dialog: while one is open
 * its answer is waited for, and none is opened over it.
 */
function createLister(sharing: Sharing) {
  let pending: Promise<ListedSource[] | null> | null = null;

  return (request: ListingRequest): Promise<ListedSource[] | null> => {
    if (pending && !sharing.canRefresh) return pending;
    const ask = () => sharing.listSources(request).catch(() => null);
    const mine = (pending ? pending.then(ask) : ask()).finally(() => {
      if (pending === mine) pending = null;
    });
    pending = mine;
    return mine;
  };
}
