import { app, type Session, type WebContents, systemPreferences } from "electron";
import type { CallActivity } from "../shared/desktopApi";
import { openOutside } from "./openOutside";
import { isOurUrl, START_PAGE } from "./ourPage";
import { isPermitted } from "./permissions";

/** Locks navigation, new windows and `<webview>` on every page of this app (R33). Runs before the first window. */
export function lockNavigation(serverAddress: () => string): void {
  app.on("web-contents-created", (_event, contents) => {
    const stopUnlessReload = (event: { preventDefault(): void; readonly url: string }) => {
      if (event.url !== START_PAGE) event.preventDefault();
    };
    contents.on("will-navigate", stopUnlessReload);
    contents.on("will-frame-navigate", stopUnlessReload);
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      void openOutside(url, serverAddress());
      return { action: "deny" };
    });
  });
}

export interface PermissionContext {
  readonly phase: () => CallActivity["phase"];
  readonly shareArmed: () => boolean;
}

interface Asked {
  readonly isMainFrame: boolean;
  readonly requestingUrl?: string;
  readonly mediaTypes?: readonly string[];
}

/** Default-deny for every permission, asked (request) or looked up (check), and for every device (R39). */
export function guardPermissions(session: Session, context: PermissionContext): void {
  const decide = (contents: WebContents | null, permission: string, asked: Asked, mediaTypes: readonly string[]) =>
    isPermitted({
      permission,
      fromOurMainFrame: contents !== null && asked.isMainFrame && isOurUrl(asked.requestingUrl ?? ""),
      mediaTypes,
      phase: context.phase(),
      shareArmed: context.shareArmed(),
    });

  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const asked: Asked = details;
    const mediaTypes = asked.mediaTypes ?? [];
    if (!decide(contents, permission, asked, mediaTypes)) return callback(false);
    void systemAllows(permission === "media" ? mediaTypes : []).then(callback);
  });
  session.setPermissionCheckHandler((contents, permission, _origin, details) =>
    decide(contents, permission, details, [details.mediaType ?? "unknown"]),
  );
  session.setDevicePermissionHandler(() => false);
}

/** macOS asks the person itself, once, when a device is first wanted. */
async function systemAllows(mediaTypes: readonly string[]): Promise<boolean> {
  if (process.platform !== "darwin") return true;
  for (const type of mediaTypes) {
    if (!(await systemPreferences.askForMediaAccess(type === "video" ? "camera" : "microphone"))) return false;
  }
  return true;
}
