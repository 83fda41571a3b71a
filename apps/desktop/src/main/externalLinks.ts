type Device = "microphone" | "camera" | "screen";

/** Pages of the system's own settings; the only addresses besides https that may be opened. */
export const systemPages: Readonly<Partial<Record<NodeJS.Platform, Readonly<Partial<Record<Device, string>>>>>> = {
  win32: {
    microphone: "ms-settings:privacy-microphone",
    camera: "ms-settings:privacy-webcam",
  },
  darwin: {
    microphone: "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone",
    camera: "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera",
    screen: "x-apple.systempreferences:com.apple.preference.security?Privacy_ScreenCapture",
  },
};

const systemAddresses = new Set<string>(Object.values(systemPages).flatMap((pages) => Object.values(pages ?? {})));

/**
 * May this be handed to the system to open (R34)? Other schemes start programs (`file:`, `smb:`, `ms-*:`), so only
 * pages of the configured server over https, and the fixed settings pages, may.
 */
export function mayOpenOutside(url: string, serverAddress: string): boolean {
  if (systemAddresses.has(url)) return true;
  if (!URL.canParse(url)) return false;
  const { protocol, origin, username, password } = new URL(url);
  return protocol === "https:" && origin === serverAddress && username === "" && password === "";
}
