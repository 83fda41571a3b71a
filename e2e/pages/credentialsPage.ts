import { expect, type Locator, type Page } from "@playwright/test";

type Field =
  | "Code"
  | "Current password"
  | "New password"
  | "Repeat new password"
  | "New e-mail address"
  | "Code from the mail";
type Press = "Change password" | "Change e-mail" | "Send code" | "Confirm address" | "Go on" | "Cancel";

/** "E-mail and password" in the account dialog, and what the link of a mail to a new address leads to. */
export class CredentialsPage {
  constructor(private readonly page: Page) {}

  field(name: Field): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  button(name: Press): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  async press(name: Press): Promise<void> {
    await this.button(name).click();
  }

  async enter(values: Partial<Record<Field, string>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.field(name as Field).fill(value);
  }

  /** What a screen reader says by itself. */
  said(words: string): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }

  heading(name: string): Locator {
    return this.page.getByRole("heading", { name, exact: true });
  }

  async expectFault(name: Field, words: RegExp): Promise<void> {
    await expect(this.field(name)).toHaveAttribute("aria-invalid", "true");
    await expect(this.field(name)).toHaveAccessibleDescription(words);
  }
}
