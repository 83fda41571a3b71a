import { roomOfPath } from "../../shared/deepLink";
import type { RingAction } from "../../shared/desktopApi";
import { watchNetwork } from "./network";
import type { Platform } from "./platform";
import { watchSecretLinks } from "./secretLinks";
import { systemOf } from "./system";

/** What the notification of a ring says. */
export interface RingWords {
  readonly title: (peerName: string) => string;
  readonly body: string;
}

/** A browser: cookie session, the browser's own picker, web notifications while the page is hidden. */
export function browserPlatform(version: string, words: RingWords): Platform {
  let onAction: (action: RingAction) => void = () => {};
  let notification: Notification | null = null;

  const closeNotification = () => {
    notification?.close();
    notification = null;
  };
  const notifyRing = (peerName: string) => {
    if (notification || !document.hidden || !("Notification" in window) || Notification.permission !== "granted")
      return;
    try {
      notification = new Notification(words.title(peerName), {
        body: words.body,
        tag: "sightline-ring",
        requireInteraction: true,
      });
    } catch {
      return; // Chrome on Android allows notifications from service workers only; the page still rings.
    }
    notification.addEventListener("click", () => {
      window.focus();
      onAction("open");
    });
  };

  return {
    kind: "browser",
    system: systemOf(navigator.userAgent),
    serverAddress: location.origin,
    version,
    canShare: "getDisplayMedia" in (navigator.mediaDevices ?? {}),
    loadToken: async () => null,
    saveToken: async () => ({ persisted: true }),
    setServerAddress: async () => ({ ok: false, reason: "invalid" }),
    async setActivity(activity) {
      if (activity.phase === "ringing") notifyRing(activity.peerName);
      else closeNotification();
    },
    onRingAction(listener) {
      onAction = listener;
    },
    onPersonLink: () => {},
    onRoomLink(listener) {
      const roomId = roomOfPath(location.pathname);
      if (roomId !== null) listener(roomId);
    },
    showRoom(roomId) {
      const path = roomId === null ? "/" : `/room/${roomId}`;
      if (location.pathname !== path) history.replaceState(null, "", path);
    },
    onSecretLink: watchSecretLinks,
    // Pages may not know what happens outside of them.
    onSystemInput: () => {},
    onNetworkNews: watchNetwork,
    askForNotifications() {
      if ("Notification" in window && Notification.permission === "default") void Notification.requestPermission();
    },
    openPrivacySettings: async () => false,
    sharing: null,
  };
}
