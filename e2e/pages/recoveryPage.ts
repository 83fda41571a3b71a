import { expect, type Locator, type Page } from "@playwright/test";

/** A forgotten password: asking for a mail, and choosing a new one by its code or link. */
export class RecoveryPage {
  constructor(private readonly page: Page) {}

  get email(): Locator {
    return this.page.getByLabel("E-mail", { exact: true });
  }

  get code(): Locator {
    return this.page.getByLabel("Code from the mail");
  }

  get password(): Locator {
    return this.page.getByLabel("New password", { exact: true });
  }

  get repeat(): Locator {
    return this.page.getByLabel("Repeat new password");
  }

  get alert(): Locator {
    return this.page.getByRole("alert");
  }

  /** What a screen reader says by itself. */
  said(words: string | RegExp): Locator {
    return this.page.getByRole("status").filter({ hasText: words });
  }

  async press(
    name: "Send mail" | "Set new password" | "Send another mail" | "Ask for a new mail" | "Confirm account",
  ): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
  }

  /** From the log-in form. */
  async open(): Promise<void> {
    await this.page.getByRole("button", { name: "Forgot your password?" }).click();
    await expect(this.page.getByRole("heading", { name: "Forgot your password?" })).toBeFocused();
  }

  async ask(email: string): Promise<void> {
    await this.email.fill(email);
    await this.press("Send mail");
    await expect(this.page.getByRole("heading", { name: "Choose a new password" })).toBeFocused();
    await expect(this.said(`If an account has the address ${email}, a mail is on its way.`)).toBeVisible();
  }

  async choose(password: string, repeat = password): Promise<void> {
    await this.password.fill(password);
    await this.repeat.fill(repeat);
    await this.press("Set new password");
  }

  /** Back at the log-in form, with the news. */
  async expectDone(): Promise<void> {
    await expect(this.said("Your password is changed. Log in with it.")).toBeVisible();
  }

  /** The fault is told at the field itself, to eyes and to screen readers. */
  async expectFault(field: Locator, words: RegExp): Promise<void> {
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(words);
  }
}
