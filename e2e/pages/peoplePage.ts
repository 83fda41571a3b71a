import { expect, type Locator, type Page } from "@playwright/test";

type PresenceWord = "Online" | "Away" | "In a call" | "Do not disturb" | "Offline";

/** Logged in: people on the left, the conversation in the middle. */
export class PeoplePage {
  constructor(private readonly page: Page) {}

  get findField(): Locator {
    return this.page.getByRole("textbox", { name: "Find people" });
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

  async expectPresence(name: string, presence: PresenceWord): Promise<void> {
    await expect(this.row(name).getByText(presence, { exact: true })).toBeVisible();
  }

  /** What the button with one's own name says of oneself. */
  async expectOwnPresence(presence: PresenceWord): Promise<void> {
    await expect(this.page.getByRole("button", { name: new RegExp(`${presence}.*Account menu`) })).toBeVisible();
  }

  /** "Do not disturb" in the menu at one's own name. */
  get quietMenu(): Locator {
    return this.page.getByRole("group", { name: "Do not disturb", exact: true });
  }

  async beQuiet(choice: string | RegExp): Promise<void> {
    await this.openAccountMenu();
    await this.quietMenu.getByRole("button", { name: choice }).click();
    await expect(this.quietMenu).toBeHidden();
  }

  /** What is said below the field of the search. */
  get findSaid(): Locator {
    return this.page.getByRole("search").getByRole("status");
  }

  /** The card of who was found. */
  get foundPerson(): Locator {
    return this.page.getByRole("group", { name: "Found" });
  }

  /** Those who were found, where they are several. */
  get foundPeople(): Locator {
    return this.page.getByRole("list", { name: "Found" }).getByRole("button");
  }

  async find(query: string): Promise<void> {
    await this.findField.fill(query);
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

  /** The confirmation that asks before a person is blocked. */
  get blockDialog(): Locator {
    return this.page.getByRole("dialog", { name: /^Block / });
  }

  get blockButton(): Locator {
    return this.page.getByRole("button", { name: "Block this person" });
  }

  /** Blocks the person whose conversation is shown. */
  async block(): Promise<void> {
    await this.blockButton.click();
    await this.blockDialog.getByRole("button", { name: "Block", exact: true }).click();
    await expect(this.blockDialog).toHaveCount(0);
  }

  async decline(name: string): Promise<void> {
    await this.row(name).getByRole("button", { name: "Decline", exact: true }).click();
  }

  /** Own name and picture; opens the menu. */
  get accountMenu(): Locator {
    return this.page.getByRole("button", { name: /Account menu/ });
  }

  /** The conversation that is shown. */
  get conversation(): Locator {
    return this.page.getByRole("main");
  }

  async openAccountMenu(): Promise<void> {
    await this.accountMenu.click();
  }

  async logOut(): Promise<void> {
    await this.openAccountMenu();
    await this.page.getByRole("button", { name: "Log out" }).click();
  }

  async openAccount(): Promise<void> {
    await this.openAccountMenu();
    await this.page.getByRole("button", { name: "Account", exact: true }).click();
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
