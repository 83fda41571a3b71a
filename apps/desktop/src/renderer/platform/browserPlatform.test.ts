import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { browserPlatform } from "./browserPlatform";

const shown: { title: string; body?: string | undefined; closed: boolean; click: () => void }[] = [];

class FakeNotification {
  static permission: NotificationPermission = "granted";
  private readonly entry: (typeof shown)[number];
  constructor(title: string, options: NotificationOptions) {
    this.entry = { title, body: options.body, closed: false, click: () => {} };
    shown.push(this.entry);
  }
  addEventListener(_type: "click", listener: () => void) {
    this.entry.click = listener;
  }
  close() {
    this.entry.closed = true;
  }
}

const words = { title: (name: string) => `${name} is calling`, body: "Answer or decline." };
let page: { hidden: boolean };

beforeEach(() => {
  shown.length = 0;
  page = { hidden: true };
  FakeNotification.permission = "granted";
  vi.stubGlobal("document", page);
  vi.stubGlobal("window", { Notification: FakeNotification, focus: () => {} });
  vi.stubGlobal("Notification", FakeNotification);
  vi.stubGlobal("location", { origin: "https://calls.test" });
  vi.stubGlobal("navigator", { userAgent: "X11; Linux", mediaDevices: { getDisplayMedia: () => {} } });
});
afterEach(() => vi.unstubAllGlobals());

describe("a ring in a browser", () => {
  it("is a notification while the page is hidden, taken back when it stops", async () => {
    const platform = browserPlatform("1.0.0", words);
    await platform.setActivity({ phase: "ringing", peerName: "Ada" });
    await platform.setActivity({ phase: "ringing", peerName: "Ada" });
    expect(shown).toMatchObject([{ title: "Ada is calling", body: "Answer or decline.", closed: false }]);
    await platform.setActivity({ phase: "idle" });
    expect(shown).toMatchObject([{ closed: true }]);
  });

  it("opens the page when the notification is clicked, and accepts nothing by that", async () => {
    const platform = browserPlatform("1.0.0", words);
    const actions: string[] = [];
    platform.onRingAction((action) => actions.push(action));
    await platform.setActivity({ phase: "ringing", peerName: "Ada" });
    shown[0]?.click();
    expect(actions).toEqual(["open"]);
  });

  it.each([
    ["the page is seen", () => void (page.hidden = false)],
    ["notifications are not allowed", () => void (FakeNotification.permission = "denied")],
    ["the browser has none", () => vi.stubGlobal("window", {})],
  ])("shows none when %s", async (_when, arrange) => {
    arrange();
    await browserPlatform("1.0.0", words).setActivity({ phase: "ringing", peerName: "Ada" });
    expect(shown).toEqual([]);
  });
});
