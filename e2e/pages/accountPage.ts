import { expect, type Locator, type Page } from "@playwright/test";

import { PictureDialogPage } from "./pictureDialogPage";
import { TwoFactorPage } from "./twoFactorPage";

/** Everything about oneself on this server. */
export class AccountPage {
  readonly twoFactor: TwoFactorPage;
  readonly picture: PictureDialogPage;

  constructor(private readonly page: Page) {
    this.twoFactor = new TwoFactorPage(page);
    this.picture = new PictureDialogPage(page, this.dialog);
  }

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Account" });
  }

  section(title: string): Locator {
    return this.dialog.locator("section").filter({ has: this.page.getByRole("heading", { name: title, exact: true }) });
  }

  /** The devices I am logged in on. */
  get devices(): Locator {
    return this.section("Your devices").getByRole("listitem");
  }

  /** The button beside each device but this one. */
  get logOutDevice(): Locator {
    return this.devices.getByRole("button", { name: /^Log out / });
  }

  get logOutOthers(): Locator {
    return this.dialog.getByRole("button", { name: "Log out everywhere else" });
  }

  /** The row of somebody in the list of blocked people. */
  blocked(name: string): Locator {
    return this.section("Blocked people").getByRole("listitem", { name });
  }

  callableBy(choice: "My contacts" | "Anyone here"): Locator {
    return this.dialog.getByRole("group", { name: "Who may call me" }).getByRole("radio", { name: choice });
  }

  foundByEmail(choice: "Nobody" | "Anyone here"): Locator {
    return this.dialog.getByRole("group", { name: "Who can find me by e-mail" }).getByRole("radio", { name: choice });
  }

  get proveEmailButton(): Locator {
    return this.dialog.getByRole("button", { name: "Confirm my address" });
  }

  get exportButton(): Locator {
    return this.dialog.getByRole("button", { name: "Export my data" });
  }

  get deleteButton(): Locator {
    return this.dialog.getByRole("button", { name: "Delete account…" });
  }

  /** Asks for the password before the account is deleted. */
  get deleteDialog(): Locator {
    return this.page.getByRole("dialog", { name: "Delete your account?" });
  }

  async confirmDeletion(password: string): Promise<void> {
    await this.deleteDialog.getByLabel("Your password").fill(password);
    await this.deleteDialog.getByRole("button", { name: "Delete for good" }).click();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  get openInvitations(): Locator {
    return this.section("Invitations").getByRole("listitem");
  }

  /** Answers the link. */
  async makeInvitation(): Promise<string> {
    const section = this.section("Invitations");
    await section.getByRole("button", { name: "Make a link" }).click();
    return section.getByLabel("Invitation link").inputValue();
  }

  async withdrawInvitation(): Promise<void> {
    await this.section("Invitations")
      .getByRole("button", { name: /^Withdraw/ })
      .first()
      .click();
  }

  async shown(): Promise<void> {
    await expect(this.dialog).toBeVisible();
  }
}
