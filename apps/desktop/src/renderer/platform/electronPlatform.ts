import type { DesktopApi } from "../../shared/desktopApi";
import { watchNetwork } from "./network";
import type { Platform } from "./platform";

const systems = { win32: "windows", darwin: "macos", linux: "linux" } as const;

/** The desktop app: everything goes through the bridge of the preload. */
export function electronPlatform(desktop: DesktopApi): Platform {
  return {
    kind: "desktop",
    system: systems[desktop.info.platform],
    serverAddress: desktop.info.serverAddress,
    version: desktop.info.version,
    canShare: true,
    loadToken: () => desktop.session.load(),
    saveToken: (token) => desktop.session.save(token),
    setServerAddress: (address) => desktop.server.setAddress(address),
    setActivity: (activity) => desktop.calls.setActivity(activity),
    onRingAction: (listener) => {
      desktop.calls.onRingAction(listener);
    },
    onPersonLink: (listener) => {
      desktop.links.onPerson(listener);
    },
    onRoomLink: (listener) => {
      desktop.links.onRoom(listener);
    },
    showRoom: () => {},
    // Mailed links open in the browser; here the code is typed.
    onSecretLink: () => {},
    onSystemInput: (listener) => {
      desktop.system.onInput(listener);
    },
    onNetworkNews(listener) {
      watchNetwork(listener);
      // After sleep no address can be relied on, even in the same network.
      desktop.system.onWake(() => listener("changed"));
    },
    askForNotifications: () => {},
    openPrivacySettings: (device) => desktop.system.openPrivacySettings(device),
    sharing: { ...desktop.sharing, canRefresh: desktop.info.sourcesCanRefresh },
  };
}
