import { contextBridge, ipcRenderer } from "electron";
import type { BridgeChannel, BridgeMethod, InfoChannel, RingActionChannel } from "../shared/bridge";
import type { DesktopApi, RingAction } from "../shared/desktopApi";

function invoke<C extends BridgeChannel>(
  channel: C,
  ...args: Parameters<BridgeMethod<C>>
): ReturnType<BridgeMethod<C>> {
  return ipcRenderer.invoke(channel, ...args) as ReturnType<BridgeMethod<C>>;
}

const infoChannel: InfoChannel = "info";
const ringActionChannel: RingActionChannel = "calls:ringAction";

const api = {
  // Asked anew at every load: after a change of server the page is reloaded in the same window.
  info: ipcRenderer.sendSync(infoChannel) as DesktopApi["info"],
  session: {
    load: () => invoke("session:load"),
    save: (token) => invoke("session:save", token),
  },
  server: { setAddress: (address) => invoke("server:setAddress", address) },
  calls: {
    setActivity: (activity) => invoke("calls:setActivity", activity),
    onRingAction: (listener) => {
      // The event object stays here: it carries `sender`, a way around the typed bridge.
      const forward = (_event: unknown, action: RingAction) => listener(action);
      ipcRenderer.on(ringActionChannel, forward);
      return () => {
        ipcRenderer.off(ringActionChannel, forward);
      };
    },
  },
  sharing: {
    listSources: () => invoke("sharing:listSources"),
    audioChoices: (sourceId) => invoke("sharing:audioChoices", sourceId),
    arm: (selection) => invoke("sharing:arm", selection),
  },
  system: { openPrivacySettings: (device) => invoke("system:openPrivacySettings", device) },
} satisfies DesktopApi;

contextBridge.exposeInMainWorld("sightline", api);
