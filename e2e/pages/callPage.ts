import { expect, type Locator, type Page } from "@playwright/test";

type CallButton =
  | "Cancel"
  | "Accept call"
  | "Accept with video"
  | "Decline call"
  | "Mute"
  | "Unmute"
  | "Turn camera off"
  | "Turn camera on"
  | "Switch camera"
  | "Share a window"
  | "Stop"
  | "Stop sharing"
  | "Share another window instead"
  | "Pause sharing"
  | "Resume sharing"
  | "Picture details"
  | "Hang up"
  | "Hang up and answer"
  | "Ignore"
  | "Settings"
  | "Close"
  | "Call again"
  | "Check the connection"
  | "Choose another sound"
  | "Go on without sound";

type StreamElement = "remoteCamera" | "remoteShare" | "localCamera" | "localShare" | "remoteVoice" | "remoteShareSound";

/** CSS selector of the element that plays a stream; the probes read pictures and sound from it. */
export function streamSelector(name: StreamElement): string {
  return `[data-stream="${name}"]`;
}

/** A call, from ringing to the words it ended with. */
export class CallPage {
  constructor(private readonly page: Page) {}

  button(name: CallButton): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  stream(name: StreamElement): Locator {
    return this.page.locator(streamSelector(name));
  }

  tile(name: string): Locator {
    return this.page.getByRole("figure", { name, exact: true });
  }

  text(words: string | RegExp, options: { exact?: boolean } = {}): Locator {
    return this.page.getByText(words, options);
  }

  /** How loud the shared sound is, at the one who shares. */
  get soundMeter(): Locator {
    return this.page.getByRole("meter", { name: "Level of the shared sound" });
  }

  /** The choice of what a running share is best for. */
  preset(name: "Auto" | "Text" | "Motion"): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  get sentFigures(): Locator {
    return this.page.locator('[data-figures="sending"]');
  }

  get receivedFigures(): Locator {
    return this.page.locator('[data-figures="receiving"]');
  }

  /** Who calls while this call runs. */
  get waiting(): Locator {
    return this.page.getByRole("region", { name: "Another call" });
  }

  /** How the call is, in one word; pressed, it shows the details. */
  get quality(): Locator {
    return this.page.locator("[data-quality]");
  }

  get qualityDetails(): Locator {
    return this.page.getByRole("region", { name: "Call quality" });
  }

  /** Two people read it to each other. */
  get safetyCode(): Locator {
    return this.qualityDetails.getByRole("status");
  }

  get elapsed(): Locator {
    return this.page.getByLabel("Elapsed time");
  }

  get linkConnected(): Locator {
    return this.page.getByText("Connected", { exact: true });
  }

  /** The server is away, which the call itself does not need. */
  get serverAway(): Locator {
    return this.page.getByText("The server cannot be reached. Your call goes on.");
  }

  get reconnecting(): Locator {
    return this.page.getByText("Reconnecting…", { exact: true });
  }

  /** Who one talks to, how the connection is, for how long. */
  get topBar(): Locator {
    return this.page.locator("header").filter({ has: this.elapsed });
  }

  /** Who calls, before it is answered. */
  incoming(name: string): Locator {
    return this.page.getByRole("dialog", { name: `${name} is calling` });
  }

  async expectOutgoing(): Promise<void> {
    await expect(this.button("Cancel")).toBeVisible();
  }

  async expectRinging(): Promise<void> {
    await expect(this.page.getByText("Ringing…")).toBeVisible();
  }

  async expectIncoming(name: string): Promise<void> {
    await expect(this.page.getByText(`${name} is calling`)).toBeVisible();
    await expect(this.button("Accept call")).toBeVisible();
  }

  /** Media flows: the clock runs only from the first connection on. */
  async expectConnected(): Promise<void> {
    await expect(this.button("Hang up")).toBeVisible();
    await expect(this.elapsed).toHaveText(/^\d+:\d\d$/);
  }

  async expectEnded(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("dialog").getByRole("heading", { name: words })).toBeVisible();
    await expect(this.button("Close")).toBeVisible();
  }

  async close(): Promise<void> {
    await this.button("Close").click();
  }

  async press(name: CallButton): Promise<void> {
    await this.button(name).click();
  }
}
