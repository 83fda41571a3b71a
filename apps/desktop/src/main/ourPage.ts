/** Scheme, host and start page of the interface. A scheme of our own has no access to files, unlike `file:` (R38). */
export const APP_SCHEME = "app";
const APP_HOST = "sightline";
export const START_PAGE = `${APP_SCHEME}://${APP_HOST}/`;
/** The page that lies over a shared window. */
export const OVERLAY_PAGE = `${START_PAGE}overlay.html`;

/** Is this a URL of the interface? `URL.origin` is "null" for schemes of our own, so the parts are compared. */
export function isOurUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === "" && password === "";
}

/** The parts of Electron's WebFrameMain that tell who asks. */
export interface AskingFrame {
  readonly url: string;
  readonly parent: AskingFrame | null;
}

/** Does the main frame of the interface ask? A frame is null when it navigated away or is gone. */
export function isOurMainFrame(frame: AskingFrame | null): boolean {
  return frame !== null && frame.parent === null && isOurUrl(frame.url);
}
