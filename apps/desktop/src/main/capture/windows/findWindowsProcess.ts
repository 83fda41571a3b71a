import type { FindProcess } from "../chromiumSound";
import { programName, soundOwner } from "./soundOwner";
import type { WindowsApi } from "./windowsApi";

/** The window's handle (HWND) from a source id, `window:<handle>:<n>`; null when it is no window. */
export function windowHandle(sourceId: string): bigint | null {
  const handle = /^window:(\d{1,19}):\d{1,10}$/.exec(sourceId)?.[1];
  return handle && BigInt(handle) > 0n && BigInt(handle) < 2n ** 63n ? BigInt(handle) : null;
}

/**
 * Finds the process whose sound goes with a window.
 * @param loadApi null where native functions cannot be called
 */
export function findWindowsProcess(loadApi: () => Promise<WindowsApi | null>, ownProcessId: number): FindProcess {
  return async ({ id }) => {
    const handle = windowHandle(id);
    const api = handle === null ? null : await loadApi();
    const window = handle === null ? null : api?.window(handle);
    if (!api || !window) return "noProcess";
    const owner = soundOwner(window, api.processes(), ownProcessId);
    if (typeof owner === "string") return owner;
    const description = owner.executable === null ? null : api.description(owner.executable);
    return { processId: String(owner.processId), appName: programName(owner.executable, description) };
  };
}
