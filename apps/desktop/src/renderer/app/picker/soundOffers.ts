import type { StoreApi } from "zustand/vanilla";
import type { AudioPlan, ShareSource } from "../../../shared/sharing";
import type { Platform } from "../../platform/platform";
import type { PickedShare, PickerStore } from "../../ui/appContext";
import type { PageVisibility } from "./refreshLoop";
import { soundDefault } from "./soundDefault";
import { createSoundingApps } from "./soundingApps";

interface Options {
  readonly sharing: Pick<NonNullable<Platform["sharing"]>, "audioChoices" | "soundingApps">;
  readonly store: StoreApi<PickerStore>;
  readonly page: PageVisibility;
  readonly remembered: (source: ShareSource) => AudioPlan | null;
}

/** Which sound goes with the selected source: what is offered and what is chosen. */
export function createSoundOffers({ sharing, store, page, remembered }: Options) {
  const apps = createSoundingApps(sharing, store, page);
  let asking: Promise<void> | null = null;
  let byHand = false;

  /** One question at a time, the newest one next: arrow keys run through sources faster than a system can answer. */
  async function ask(): Promise<void> {
    for (;;) {
      const source = selected(store.getState());
      if (!source) return;
      const choices = await sharing.audioChoices(source.id).catch(() => []);
      if (store.getState().selectedId !== source.id) continue;
      const audio = soundDefault(choices, source.kind, remembered(source));
      store.setState({ audioChoices: choices, audioPending: false, audio, appId: null });
      if (choices.some(({ needsApp }) => needsApp)) apps.start();
      return;
    }
  }

  function stop(): void {
    apps.stop();
    byHand = false;
  }

  return {
    select(sourceId: string) {
      const { sources, selectedId } = store.getState();
      const source = sources.find(({ id }) => id === sourceId);
      if (!source || selectedId === sourceId) return;
      stop();
      store.setState({ selectedId: sourceId, kind: source.kind, audioPending: true });
      asking ??= ask().finally(() => {
        asking = null;
      });
    },
    unselect() {
      stop();
      store.setState({ selectedId: null, audioChoices: [], audioPending: false, audio: "none", appId: null });
    },
    choose(audio: AudioPlan, appId?: string) {
      byHand = true;
      store.setState({ audio, appId: appId ?? null });
    },
    settled: async () => {
      await asking;
    },
    /** The plan the person chose themselves, or null when they left it as it was. */
    chosenByHand: (): AudioPlan | null => (byHand ? store.getState().audio : null),
    picked: (source: ShareSource) => pickedShare(source, store.getState()),
    stop,
  };
}

function selected({ open, sources, selectedId }: PickerStore): ShareSource | undefined {
  return open ? sources.find(({ id }) => id === selectedId) : undefined;
}

function pickedShare(source: ShareSource, { audio, appId, soundingApps, audioChoices }: PickerStore): PickedShare {
  const app = soundingApps.find(({ id }) => id === appId) ?? null;
  const offered = audioChoices.find(({ plan }) => plan === "app")?.appName;
  return { source, audio, app, soundOf: audio === "app" ? (app?.name ?? offered ?? source.appName) : null };
}
