import type { WindowOwners } from "../chromiumSound";
import { programName, soundOwner, windowOwner, type ProcessRecord } from "./soundOwner";
import type { WindowsApi } from "./windowsApi";

/** The window's handle (HWND) from a source id, `window:<handle>:<n>`; null when it is no window. */
export function windowHandle(sourceId: string): bigint | null {
  const handle = /^window:(\d{1,19}):\d{1,10}$/.exec(sourceId)?.[1];
  return handle && BigInt(handle) > 0n && BigInt(handle) < 2n ** 63n ? BigInt(handle) : null;
}

/**
 * Finds whose window it is.
 * @param loadApi null where native functions cannot be called
 */
export function createWindowsOwners(loadApi: () => Promise<WindowsApi | null>, ownProcessId: number): WindowOwners {
  async function look(id: string) {
    const handle = windowHandle(id);
    const api = handle === null ? null : await loadApi();
    const window = handle === null ? null : api?.window(handle);
    return api && window ? { api, window } : null;
  }

  return {
    async find({ id }) {
      const seen = await look(id);
      if (!seen) return "noProcess";
      const owner = soundOwner(seen.window, seen.api.processes(), ownProcessId);
      return typeof owner === "string"
        ? owner
        : { processId: String(owner.processId), appName: nameOf(seen.api, owner) };
    },
    async nameOf({ id }) {
      const seen = await look(id);
      const owner = seen && windowOwner(seen.window, seen.api.processes());
      return (owner && nameOf(seen.api, owner)) ?? null;
    },
  };
}

function nameOf(api: WindowsApi, { executable }: ProcessRecord): string | undefined {
  return programName(executable, executable === null ? null : api.description(executable));
}
