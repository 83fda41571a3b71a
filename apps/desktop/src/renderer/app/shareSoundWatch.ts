import type { ShareSound, ShareSoundFact } from "../media/shareSound/shareSound";
import { quietShare } from "../stores/createStores";
import type { Stores } from "../ui/appContext";

export type ShareSoundStore = Pick<Stores["shareSound"], "setState">;

interface Options {
  readonly store: ShareSoundStore;
  /** The share goes on without its sound. */
  readonly onEnded: () => void;
  readonly page: Pick<Document, "hidden" | "addEventListener">;
}

/** Follows the sound of the running share. The writer of the share sound's store. */
export function createShareSoundWatch({ store, onEnded, page }: Options) {
  let current: ShareSound | null = null;
  // Nobody looks at a meter in a hidden page.
  const measure = () => current?.measure(!page.hidden);
  page.addEventListener("visibilitychange", measure);

  function hear(fact: ShareSoundFact): void {
    if (fact.type === "level") return store.setState({ level: fact.level });
    if (fact.type === "first") return store.setState({ silent: fact.sound === "silent" });
    current = null;
    store.setState({ ...quietShare, ended: fact.reason });
    onEnded();
  }

  return {
    /** Another sound takes the place of the one before, or none does. */
    follow(sound: ShareSound | null): void {
      current = sound;
      store.setState({ ...quietShare, altered: sound?.altered ?? false });
      measure();
      sound?.watch((fact) => sound === current && hear(fact));
    },
  };
}

/** The person has read why the sound ended. */
export function dismissSoundEnd(store: ShareSoundStore): void {
  store.setState({ ended: null });
}
