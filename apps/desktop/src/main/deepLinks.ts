import { type App, type BrowserWindow } from "electron";
import type { BridgeMessages } from "../shared/bridge";
import { LINK_SCHEME, personOfArguments, personOfLink } from "../shared/deepLink";

const channel: keyof BridgeMessages = "links:person";

/**
 * Collects links from the very start: macOS hands them over before the app is ready
 * (https://www.electronjs.org/docs/latest/api/app#event-open-url-macos). Returns the function that connects the window;
 * until then, and while its page loads, the newest link waits.
 */
export function collectLinks(app: App, startedWith: readonly string[]): (window: BrowserWindow) => void {
  let waiting = personOfArguments(startedWith);
  let deliver = (person: string): void => {
    waiting = person;
  };
  app.on("open-url", (event, link) => {
    event.preventDefault();
    const person = personOfLink(link);
    if (person !== null) deliver(person);
  });
  app.on("second-instance", (_event, words) => {
    const person = personOfArguments(words);
    if (person !== null) deliver(person);
  });
  // A checkout is no program to open links with.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);

  return (window) => {
    const { webContents } = window;
    deliver = (person) => {
      if (webContents.isLoading()) waiting = person;
      else webContents.send(channel, person);
    };
    webContents.on("did-finish-load", () => {
      if (waiting !== null) webContents.send(channel, waiting);
      waiting = null;
    });
  };
}
