import { contextBridge, ipcRenderer } from "electron";
import type { BridgeChannel, BridgeMessages, BridgeMethod, InfoChannel } from "../shared/bridge";
import type { DesktopApi } from "../shared/desktopApi";

function invoke<C extends BridgeChannel>(
  channel: C,
  ...args: Parameters<BridgeMethod<C>>
): ReturnType<BridgeMethod<C>> {
  return ipcRenderer.invoke(channel, ...args) as ReturnType<BridgeMethod<C>>;
}

function subscribe<C extends keyof BridgeMessages>(
  channel: C,
  listener: (value: BridgeMessages[C]) => void,
): () => void {
  // The event object stays here: it carries `sender`, a way around the typed bridge.
  const forward = (_event: unknown, value: BridgeMessages[C]) => listener(value);
  ipcRenderer.on(channel, forward);
  return () => {
    ipcRenderer.off(channel, forward);
  };
}

const infoChannel: InfoChannel = "info";

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
    onRingAction: (listener) => subscribe("calls:ringAction", listener),
  },
  sharing: {
    listSources: (request) => invoke("sharing:listSources", request),
    audioChoices: (sourceId) => invoke("sharing:audioChoices", sourceId),
    soundingApps: () => invoke("sharing:soundingApps"),
    arm: (selection) => invoke("sharing:arm", selection),
    setShared: (shared) => invoke("sharing:setShared", shared),
    showInk: (drawn) => invoke("sharing:showInk", drawn),
    startSound: () => invoke("sharing:startSound"),
    stopSound: (soundId) => invoke("sharing:stopSound", soundId),
    onCommand: (listener) => subscribe("sharing:command", listener),
    onWindowState: (listener) => subscribe("sharing:windowState", listener),
    onStopKey: (listener) => subscribe("sharing:stopKey", listener),
    onSoundChunk: (listener) => subscribe("sharing:soundChunk", listener),
    onSoundEnd: (listener) => subscribe("sharing:soundEnd", listener),
  },
  links: {
    onPerson: (listener) => subscribe("links:person", listener),
    onRoom: (listener) => subscribe("links:room", listener),
  },
  system: {
    openPrivacySettings: (device) => invoke("system:openPrivacySettings", device),
    onWake: (listener) => subscribe("system:wake", listener),
    onInput: (listener) => subscribe("system:input", listener),
  },
} satisfies DesktopApi;

contextBridge.exposeInMainWorld("sightline", api);
