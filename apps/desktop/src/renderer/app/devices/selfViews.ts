import type { Stores } from "../../ui/appContext";
import { createSelfView, type SelfViewParts } from "./selfView";

/** Oneself in the settings, and in front of a room and inside. Only the latter's devices have a state on the screen. */
export function createSelfViews(
  given: Omit<SelfViewParts, "settings">,
  { rooms, settings }: Pick<Stores, "rooms" | "settings">,
) {
  const parts = { ...given, settings: settings.getState };
  return {
    preview: createSelfView({ ...parts, holder: "preview", onState: () => {} }),
    mirror: createSelfView({
      ...parts,
      holder: "mirror",
      onState: (device, state) => rooms.setState({ [device]: state }),
    }),
  };
}
