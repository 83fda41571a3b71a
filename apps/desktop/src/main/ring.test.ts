import type { BrowserWindow } from "electron";
import { beforeEach, expect, test, vi } from "vitest";
import { createRing } from "./ring";

const { notifications } = vi.hoisted(() => ({
  notifications: [] as {
    options: { title: string; actions: { text: string }[] };
    listeners: Record<string, (...args: unknown[]) => void>;
    open: boolean;
  }[],
}));

// The real module starts Electron; only its notification matters here.
vi.mock("electron", () => ({
  Notification: class {
    static isSupported = () => true;
    readonly entry: (typeof notifications)[number];
    constructor(options: (typeof notifications)[number]["options"]) {
      this.entry = { options, listeners: {}, open: false };
      notifications.push(this.entry);
    }
    on(event: string, listener: (...args: unknown[]) => void) {
      this.entry.listeners[event] = listener;
    }
    show() {
      this.entry.open = true;
    }
    close() {
      this.entry.open = false;
    }
  },
}));

function fakeWindow(state: { minimized?: boolean; visible?: boolean }) {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const window = {
    isDestroyed: () => false,
    isMinimized: () => state.minimized ?? false,
    isVisible: () => state.visible ?? true,
    restore: note("restore"),
    show: note("show"),
    showInactive: note("showInactive"),
    focus: note("focus"),
    flashFrame: (on: boolean) => void done.push(on ? "flash" : "calm"),
    setTitle: (title: string) => void done.push(title),
    webContents: { getTitle: () => "Sightline" },
  };
  return { done, window: window as unknown as BrowserWindow };
}

beforeEach(() => {
  notifications.length = 0;
});

test.each([
  [{ visible: false }, ["Ada is calling", "showInactive", "flash"]],
  [{ minimized: true }, ["Ada is calling", "restore", "flash"]],
  // A window that is seen does not take the keyboard from what the person types.
  [{ visible: true }, ["Ada is calling", "flash"]],
])("a ring makes a window that is %o seen", (state, expected) => {
  const { done, window } = fakeWindow(state);
  createRing(window, () => {})({ phase: "ringing", peerName: "Ada" });
  expect(done).toEqual(expected);
  expect(notifications).toMatchObject([{ open: true, options: { title: "Ada is calling" } }]);
  expect(notifications[0]?.options.actions.map(({ text }) => text)).toEqual(["Answer", "Decline"]);
});

test.each([
  ["click", [], "open", true],
  ["action", [{ actionIndex: 0 }], "accept", true],
  ["action", [{}, 0], "accept", true],
  ["action", [{ actionIndex: 1 }], "decline", false],
] as const)("the notification's %s %o means %s", (event, args, action, comesForward) => {
  const actions: string[] = [];
  const { done, window } = fakeWindow({});
  createRing(window, (each) => actions.push(each))({ phase: "ringing", peerName: "Ada" });
  notifications[0]?.listeners[event]?.(...args);
  expect(actions).toEqual([action]);
  expect(done.includes("focus")).toBe(comesForward);
});

test("it all ends with the ring", () => {
  const { done, window } = fakeWindow({});
  const ring = createRing(window, () => {});
  ring({ phase: "ringing", peerName: "Ada" });
  ring({ phase: "inCall" });
  expect(notifications).toMatchObject([{ open: false }]);
  expect(done.slice(-2)).toEqual(["calm", "Sightline"]);
});
