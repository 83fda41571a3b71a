import type { StopKey } from "../../shared/sharing";
import { opensPortal } from "../capture/portal";

/** Electron's name of the key that stops a share, on every system. */
export const STOP_ACCELERATOR = "CommandOrControl+Shift+X";

/** Electron's `globalShortcut`. */
export interface GlobalKeys {
  /** False when another program has the key. */
  register(accelerator: string, onPressed: () => void): boolean;
  unregister(accelerator: string): void;
}

/** How the key is written on this system's keyboards; null on Wayland, where no program may watch the keyboard. */
export function stopKeysOn(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string | null {
  if (opensPortal(platform, env)) return null;
  return platform === "darwin" ? "⌘⇧X" : "Ctrl+Shift+X";
}

/**
 * Holds the key as long as something is shared, and never longer: it belongs to other programs, too.
 * @param keys what {@link stopKeysOn} says
 */
export function createStopKey(keys: string | null, globalKeys: GlobalKeys, onPressed: () => void) {
  let held = false;
  let told: StopKey | null = null;
  return {
    /** Whom to tell, and whether it works, may be asked at any time while sharing. */
    current: () => told,
    setSharing(sharing: boolean): void {
      if (sharing && keys && !told) {
        held = globalKeys.register(STOP_ACCELERATOR, onPressed);
        told = { keys, taken: !held };
      }
      if (sharing) return;
      if (held) globalKeys.unregister(STOP_ACCELERATOR);
      held = false;
      told = null;
    },
  };
}
