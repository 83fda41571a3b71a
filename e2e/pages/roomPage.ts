import { expect, type Locator, type Page } from "@playwright/test";

type RoomButton =
  | "New room"
  | "Save"
  | "Enter"
  | "Back"
  | "Leave room"
  | "Copy link"
  | "Lock"
  | "Unlock"
  | "Rename"
  | "Close room"
  | "Mute"
  | "Unmute"
  | "Turn camera off"
  | "Turn camera on"
  | "Continue as guest";

/** Rooms: the list, the door, and waiting inside. */
export class RoomPage {
  constructor(private readonly page: Page) {}

  button(name: RoomButton): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  text(words: string | RegExp): Locator {
    return this.page.getByText(words);
  }

  heading(name: string): Locator {
    return this.page.getByRole("heading", { name, exact: true });
  }

  /** A row of the list. */
  row(name: string): Locator {
    return this.page.getByRole("navigation", { name: "People" }).getByRole("listitem").filter({ hasText: name });
  }

  get nameField(): Locator {
    return this.page.getByLabel("Name of the room", { exact: true });
  }

  get guestName(): Locator {
    return this.page.getByLabel("Your name", { exact: true });
  }

  get level(): Locator {
    return this.page.getByRole("meter", { name: "Level of your microphone" });
  }

  /** One's own picture in front of the door or inside. */
  get ownPicture(): Locator {
    return this.page.locator('[data-stream="preview"]');
  }

  /** The confirming button of the dialog that asks. */
  get confirmClose(): Locator {
    return this.page.getByRole("dialog").getByRole("button", { name: "Close room", exact: true });
  }

  get guestMark(): Locator {
    return this.page.getByText("Guest", { exact: true });
  }

  async atDoor(name: string): Promise<void> {
    await expect(this.heading(name)).toBeVisible();
    await expect(this.button("Enter")).toBeVisible();
  }

  async waitingInside(): Promise<void> {
    await expect(this.text("Waiting for the other person…")).toBeVisible();
  }

  /** Makes a room and stands at its door; answers the path of its link. */
  async create(name: string): Promise<string> {
    await this.button("New room").click();
    await this.nameField.fill(name);
    await this.button("Save").click();
    await this.atDoor(name);
    return new URL(this.page.url()).pathname;
  }

  async press(name: RoomButton): Promise<void> {
    await this.button(name).click();
  }
}
