import type { StoreApi } from "zustand/vanilla";
import type { SoundingApp } from "../../../shared/sharing";
import type { Platform } from "../../platform/platform";
import type { PickerStore } from "../../ui/appContext";
import { createRefreshLoop, type PageVisibility } from "./refreshLoop";

/** How often the list is renewed while it is shown, ms. */
const RENEW_MS = 2_000;

/** Keeps the list of sounding apps fresh while a choice needs one of them. */
export function createSoundingApps(
  sharing: Pick<NonNullable<Platform["sharing"]>, "soundingApps">,
  store: StoreApi<PickerStore>,
  page: PageVisibility,
) {
  return createRefreshLoop(page, async () => {
    const asked = store.getState();
    const soundingApps = await sharing.soundingApps().catch(() => []);
    const { open, appId } = store.getState();
    if (!open) return null;
    const kept = appId === null ? null : sameApp(appId, asked.soundingApps, soundingApps);
    // An app that is gone takes its sound along; no other one takes its place.
    const gone = appId !== null && kept === null;
    store.setState({ soundingApps, appId: kept, ...(gone ? { audio: "none" } : {}) });
    return RENEW_MS;
  });
}

/** An app's id in a newer list, where ids may be new: the name tells it, if only one has it. */
function sameApp(id: string, before: readonly SoundingApp[], now: readonly SoundingApp[]): string | null {
  const name = before.find((app) => app.id === id)?.name;
  const named = now.filter((app) => app.name === name);
  const kept = named.find((app) => app.id === id) ?? (named.length === 1 ? named[0] : undefined);
  return kept?.id ?? null;
}
