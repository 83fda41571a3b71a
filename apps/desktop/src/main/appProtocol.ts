import { readFile } from "node:fs/promises";
import { protocol } from "electron";
import { appFile } from "./appFiles";
import { contentSecurityPolicy } from "./contentSecurityPolicy";
import { APP_SCHEME } from "./ourPage";

/** Must run before Electron's `ready`: gives the scheme an origin, secure context and fetch. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the built interface under `app://sightline/`.
 * @param root absolute folder of the built interface
 * @param serverAddress read for every page, since the address may change while the app runs
 */
export function serveInterface(root: string, serverAddress: () => string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === "GET" ? appFile(root, request.url) : null;
    const body = file && (await readFile(file.path).catch(() => null));
    if (!file || !body) return new Response("Not found", { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        "Content-Type": file.mimeType,
        "Content-Security-Policy": contentSecurityPolicy(serverAddress()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
      },
    });
  });
}
