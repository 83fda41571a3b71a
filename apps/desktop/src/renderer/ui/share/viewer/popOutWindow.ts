import type { Size } from "./viewport";

/** A window that is always on top: https://wicg.github.io/document-picture-in-picture/ (Chromium on computers). */
interface DocumentPictureInPicture {
  requestWindow(options: Size): Promise<Window>;
}

/**
 * `document`: a window of ours, in which the view works as it does in the page. `video`: the system's own floating
 * picture, without controls of ours.
 */
export type PopOutWay = "document" | "video";

function documentPictureInPicture(home: object): DocumentPictureInPicture | null {
  return (home as { documentPictureInPicture?: DocumentPictureInPicture }).documentPictureInPicture ?? null;
}

/**
 * How this browser lets a picture float above all other windows; null where it cannot.
 * @param inDesktopApp Electron has the names of the first way but no window behind them
 */
export function popOutWay(
  home: object,
  document: { pictureInPictureEnabled?: boolean },
  inDesktopApp: boolean,
): PopOutWay | null {
  if (!inDesktopApp && documentPictureInPicture(home)) return "document";
  return document.pictureInPictureEnabled ? "video" : null;
}

const FIRST_WIDTH_PX = 640;

/** Gives the new window our looks. Links only: the page's policy allows no styles in the text of a page. */
function dress(to: Document, title: string): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const copy = to.createElement("link");
    copy.rel = "stylesheet";
    copy.href = link.href;
    to.head.append(copy);
  }
  to.documentElement.lang = document.documentElement.lang;
  to.documentElement.dataset.theme = document.documentElement.dataset.theme ?? "";
  to.title = title;
}

/** Opens the window, in the shape of the picture. Inside a click; rejects where the browser refuses. */
export async function openPopOut(title: string, picture: Size): Promise<Window> {
  const height = Math.round((FIRST_WIDTH_PX * picture.height) / picture.width);
  const opened = await documentPictureInPicture(window)?.requestWindow({ width: FIRST_WIDTH_PX, height });
  if (!opened) throw new Error("no such window here");
  dress(opened.document, title);
  return opened;
}
