import { expect, type Locator, type Page } from "@playwright/test";

/** The desktop app's own choice of what to share. */
export class PickerPage {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Share a window" });
  }

  get shareButton(): Locator {
    return this.dialog.getByRole("button", { name: "Share", exact: true });
  }

  get cancelButton(): Locator {
    return this.dialog.getByRole("button", { name: "Cancel", exact: true });
  }

  get sources(): Locator {
    return this.dialog.getByRole("option");
  }

  source(title: string | RegExp): Locator {
    return this.dialog.getByRole("option", { name: title });
  }

  tab(name: "Windows" | "Screens"): Locator {
    return this.dialog.getByRole("tab", { name });
  }

  text(words: string | RegExp): Locator {
    return this.dialog.getByText(words);
  }

  async shown(): Promise<void> {
    await expect(this.dialog).toBeVisible();
  }

  async share(title: string): Promise<void> {
    await this.source(title).click();
    await this.shareButton.click();
    await expect(this.dialog).toBeHidden();
  }
}
