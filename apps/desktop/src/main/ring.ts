import { type BrowserWindow, Notification } from "electron";
import type { CallActivity, RingAction } from "../shared/desktopApi";
import { pressedButton } from "./electronDifferences";
import { words } from "./words";

/**
 * Makes a ring seen: window, title, task bar, notification. Returns what to call whenever the activity changes.
 * @param onAction an answer given in the notification, to be passed to the page
 */
export function createRing(window: BrowserWindow, onAction: (action: RingAction) => void) {
  let notification: Notification | null = null;

  function stop(): void {
    notification?.close();
    notification = null;
    window.flashFrame(false);
    window.setTitle(window.webContents.getTitle() || words.productName);
  }

  function start(peerName: string): void {
    window.setTitle(words.ring.title(peerName));
    showUnseen(window);
    window.flashFrame(true);
    notification = ringNotification(peerName, (action) => {
      if (action !== "decline") bringToFront(window);
      onAction(action);
    });
  }

  let ringing = false;
  return (activity: CallActivity): void => {
    if (window.isDestroyed()) return;
    if (ringing) stop();
    ringing = activity.phase === "ringing";
    if (activity.phase === "ringing") start(activity.peerName);
  };
}

/** Brings back a window that cannot be seen; a visible one does not take the keyboard from what the person types. */
function showUnseen(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  else if (!window.isVisible()) window.showInactive();
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Buttons appear where the system supports them; a click anywhere else opens the window. */
function ringNotification(peerName: string, onAction: (action: RingAction) => void): Notification | null {
  if (!Notification.isSupported()) return null;
  const buttons = [
    { text: words.ring.answer, action: "accept" },
    { text: words.ring.decline, action: "decline" },
  ] as const;
  const notification = new Notification({
    title: words.ring.title(peerName),
    body: words.ring.body,
    // The ringtone is played by the page, which also knows the chosen speaker.
    silent: true,
    timeoutType: "never",
    actions: buttons.map(({ text }) => ({ type: "button", text })),
  });
  notification.on("click", () => onAction("open"));
  notification.on("action", (event, index) => {
    const button = buttons[pressedButton(event, index) ?? -1];
    if (button) onAction(button.action);
  });
  notification.show();
  return notification;
}
