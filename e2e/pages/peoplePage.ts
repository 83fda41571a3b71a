import { expect, type Locator, type Page } from "@playwright/test";

/** Logged in: people on the left, the conversation in the middle. */
export class PeoplePage {
  constructor(private readonly page: Page) {}

  get findField(): Locator {
    return this.page.getByRole("textbox", { name: "Find by username" });
  }

  get callButton(): Locator {
    return this.page.getByRole("button", { name: "Call", exact: true });
  }

  get videoCallButton(): Locator {
    return this.page.getByRole("button", { name: "Video call", exact: true });
  }

  get shareButton(): Locator {
    return this.page.getByRole("button", { name: "Share a window", exact: true });
  }

  get sendRequestButton(): Locator {
    return this.page.getByRole("button", { name: "Send request" });
  }

  get acceptButton(): Locator {
    return this.page.getByRole("button", { name: "Accept", exact: true });
  }

  get emptyList(): Locator {
    return this.page.getByText("Nobody here yet").first();
  }

  /** Short messages that come and go. */
  notice(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  /** All short messages on the screen. */
  get notices(): Locator {
    return this.page.getByRole("status").getByRole("listitem");
  }

  get connectionLost(): Locator {
    return this.page.getByText("Reconnecting to the server…");
  }

  get updateNeeded(): Locator {
    return this.page.getByText("Please update Sightline");
  }

  async shown(): Promise<void> {
    await expect(this.findField).toBeVisible();
  }

  /** The row of a contact; its accessible name holds the person's name and presence. */
  row(name: string): Locator {
    return this.page.getByRole("navigation", { name: "People" }).getByRole("listitem").filter({ hasText: name });
  }

  async expectPresence(name: string, presence: "Online" | "In a call" | "Offline"): Promise<void> {
    await expect(this.row(name).getByText(presence, { exact: true })).toBeVisible();
  }

  async find(username: string): Promise<void> {
    await this.findField.fill(username);
    await this.page.getByRole("button", { name: "Find", exact: true }).click();
  }

  async select(name: string): Promise<void> {
    await this.row(name).getByRole("button", { name }).click();
    await expect(this.callButton).toBeVisible();
  }

  /** Starts a call to a contact; the two clicks a person makes. */
  async call(name: string, kind: "audio" | "video" | "share"): Promise<void> {
    await this.select(name);
    const buttons = { audio: this.callButton, video: this.videoCallButton, share: this.shareButton };
    await buttons[kind].click();
  }

  async decline(name: string): Promise<void> {
    await this.row(name).getByRole("button", { name: "Decline", exact: true }).click();
  }

  async openAccountMenu(): Promise<void> {
    await this.page.getByRole("button", { name: /Account menu/ }).click();
  }

  async logOut(): Promise<void> {
    await this.openAccountMenu();
    await this.page.getByRole("button", { name: "Log out" }).click();
  }

  async openSettings(): Promise<void> {
    await this.openAccountMenu();
    await this.page.getByRole("button", { name: "Settings" }).click();
  }

  /** A line of the conversation's list of calls. */
  historyRow(words: string | RegExp): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: words });
  }
}
