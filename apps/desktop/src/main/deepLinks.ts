import { type App, type BrowserWindow } from "electron";
import type { BridgeMessages } from "../shared/bridge";
import { LINK_SCHEME, type LinkTarget, targetOfArguments, targetOfLink } from "../shared/deepLink";

function send({ webContents }: BrowserWindow, target: LinkTarget): void {
  const [channel, name]: [keyof BridgeMessages, string] =
    target.to === "person" ? ["links:person", target.username] : ["links:room", target.roomId];
  webContents.send(channel, name);
}

/**
 * Collects links from the very start: macOS hands them over before the app is ready
 * (https://www.electronjs.org/docs/latest/api/app#event-open-url-macos). Returns the function that connects the window;
 * until then, and while its page loads, the newest link waits.
 */
export function collectLinks(app: App, startedWith: readonly string[]): (window: BrowserWindow) => void {
  let waiting = targetOfArguments(startedWith);
  let deliver = (target: LinkTarget): void => {
    waiting = target;
  };
  app.on("open-url", (event, link) => {
    event.preventDefault();
    const target = targetOfLink(link);
    if (target !== null) deliver(target);
  });
  app.on("second-instance", (_event, words) => {
    const target = targetOfArguments(words);
    if (target !== null) deliver(target);
  });
  // A checkout is no program to open links with.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);

  return (window) => {
    const { webContents } = window;
    deliver = (target) => {
      if (webContents.isLoading()) waiting = target;
      else send(window, target);
    };
    webContents.on("did-finish-load", () => {
      if (waiting !== null) send(window, waiting);
      waiting = null;
    });
  };
}
