import type { BrowserWindow } from "electron";
import type { BridgeMessages } from "../shared/bridge";

/** Sends a message of the bridge to the page, if there still is one. */
export type TellPage = <C extends keyof BridgeMessages>(channel: C, message: BridgeMessages[C]) => void;

export function createTellPage(window: BrowserWindow): TellPage {
  return (channel, message) => {
    if (!window.isDestroyed()) window.webContents.send(channel, message);
  };
}
