import type { WebPreferences } from "electron";

/**
 * What every page of ours runs with, most of it Chromium's default and said again, so that no update changes it unseen: R32 asserts it
 * (https://www.electronjs.org/docs/latest/tutorial/security).
 */
export function pagePreferences(preload?: string): WebPreferences {
  return {
    ...(preload ? { preload } : {}),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    // A call goes on while the window is hidden, and ink is drawn in one that is never in front.
    backgroundThrottling: false,
    // Chromium would fetch dictionaries from its maker's servers.
    spellcheck: false,
  };
}
