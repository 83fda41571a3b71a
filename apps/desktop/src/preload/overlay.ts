import { contextBridge, ipcRenderer } from "electron";
import type { OverlayApi, OverlayChannel } from "../shared/overlayLook";

const channel: OverlayChannel = "overlay:look";

const api: OverlayApi = {
  // One way only, and without the event object, which carries `sender`.
  onLook: (listener) => void ipcRenderer.on(channel, (_event, look: unknown) => listener(look)),
};

contextBridge.exposeInMainWorld("sightlineOverlay", api);
