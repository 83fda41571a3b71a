import { bindFunctions } from "./nativeFunctions";
import { createWindowsApi, type WindowsApi } from "./windowsApi";

let loaded: Promise<WindowsApi | null> | undefined;

/**
 * Native functions by koffi, a prebuilt module that stays outside of the bundle and of asar. Loaded when first wanted
 * and on Windows only; null where it cannot be, and everything that needs it is then not offered.
 */
export function loadWindowsApi(): Promise<WindowsApi | null> {
  loaded ??= load().catch(() => null);
  return loaded;
}

async function load(): Promise<WindowsApi | null> {
  // The layouts in `nativeRecords` are those of 64 bit systems.
  if (process.platform !== "win32" || process.arch === "ia32") return null;
  return createWindowsApi(bindFunctions(await import("koffi")));
}
