import type { BridgeHandlers } from "../shared/bridge";
import type { ActivityTracker } from "./callActivity";
import type { SharedTracker } from "./capture/sharedSource";
import type { Sharing } from "./capture/sharing";
import type { ShareOverlay } from "./overlay/shareOverlay";
import type { ServerAddress } from "./serverAddress";
import type { SessionStore } from "./sessionStore";

export interface BridgeParts {
  readonly session: SessionStore;
  readonly server: ServerAddress;
  readonly activity: ActivityTracker;
  readonly sharing: Sharing;
  readonly shared: SharedTracker;
  readonly overlay: Pick<ShareOverlay, "draw" | "wipe">;
  readonly reloadPage: () => void;
  readonly openPrivacySettings: (device: "microphone" | "camera" | "screen") => Promise<boolean>;
}

/** What each channel of the bridge does. */
export function createBridgeHandlers(parts: BridgeParts): BridgeHandlers {
  const { session, server, activity, sharing, shared, overlay } = parts;
  return {
    "session:load": () => session.load(),
    "session:save": (token) => session.save(token),
    "server:setAddress": async (address) => {
      const before = server.current();
      const checked = await server.set(address);
      if (!checked.ok) return checked;
      if (server.current() !== before) await session.save(null);
      // After the answer is out: the page that waits for it is about to be replaced.
      setImmediate(parts.reloadPage);
      return { ok: true };
    },
    "calls:setActivity": (next) => activity.set(next),
    "sharing:listSources": (request) => sharing.listSources(request),
    "sharing:audioChoices": (sourceId) => sharing.audioChoices(sourceId),
    "sharing:soundingApps": () => sharing.soundingApps(),
    "sharing:arm": (selection) => sharing.arm(selection),
    "sharing:setShared": (next) => shared.set(next),
    "sharing:showInk": (drawn) => (drawn ? overlay.draw(drawn) : overlay.wipe()),
    "sharing:startSound": () => sharing.startSound(),
    "sharing:stopSound": (soundId) => sharing.stopSound(soundId),
    "system:openPrivacySettings": (device) => parts.openPrivacySettings(device),
  };
}
