import { extname, resolve, sep } from "node:path";
import { APP_SCHEME, isOurUrl } from "./ourPage";

const mimeTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".wav": "audio/wav",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

export interface AppFile {
  readonly path: string;
  readonly mimeType: string;
}

/**
 * The file behind an `app://sightline/…` URL, or null when the URL is not ours, leaves `root`, or names a type of file
 * that the interface does not consist of.
 * @param root absolute folder of the built interface
 */
export function appFile(root: string, url: string): AppFile | null {
  if (!isOurUrl(url)) return null;
  const path = decodedPath(url);
  if (path === null) return null;
  const file = resolve(root, path === "/" ? "index.html" : `.${path}`);
  const mimeType = mimeTypes[extname(file).toLowerCase()];
  if (!file.startsWith(root + sep) || mimeType === undefined) return null;
  return { path: file, mimeType };
}

/** Backslashes and colons are separators and streams on Windows only, so they are refused everywhere. */
function decodedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(
      url
        .slice(`${APP_SCHEME}://`.length)
        .replace(/^[^/]*/, "")
        .replace(/[?#].*$/s, ""),
    );
    return /[\0\\:]/.test(path) ? null : path || "/";
  } catch {
    return null;
  }
}
