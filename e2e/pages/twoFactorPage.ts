import { type Download, expect, type Locator, type Page } from "@playwright/test";

/** Setting up two-step log-in, its recovery codes, and turning it off. */
export class TwoFactorPage {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Two-step log-in" });
  }

  get picture(): Locator {
    return this.dialog.getByRole("img", { name: "QR code for your authenticator app" });
  }

  get codesDialog(): Locator {
    return this.page.getByRole("dialog", { name: "Your recovery codes" });
  }

  get password(): Locator {
    return this.page.getByRole("dialog").last().getByLabel("Password", { exact: true });
  }

  get code(): Locator {
    return this.page.getByRole("dialog").last().getByRole("textbox", { name: "Code" });
  }

  async press(name: "Set up" | "Turn off" | "New recovery codes"): Promise<void> {
    await this.page.getByRole("dialog", { name: "Account" }).getByRole("button", { name }).click();
  }

  /** Fills in the field and confirms by keyboard. */
  async enter(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press("Enter");
  }

  /** The secret in words, for those who cannot scan. */
  async secret(): Promise<string> {
    return (await this.dialog.getByRole("code").innerText()).replaceAll(" ", "");
  }

  async recoveryCodes(): Promise<string[]> {
    const codes = this.codesDialog.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
    await expect(codes).toHaveCount(10);
    return codes.allInnerTexts();
  }

  /** All of it, up to the recovery codes, which stay open. `codeOf` answers what an authenticator app shows. */
  async turnOn(
    password: string,
    codeOf: (secret: string) => Promise<string>,
  ): Promise<{ secret: string; recoveryCodes: string[] }> {
    await this.press("Set up");
    await this.enter(this.password, password);
    const secret = await this.secret();
    await this.enter(this.code, await codeOf(secret));
    return { secret, recoveryCodes: await this.recoveryCodes() };
  }

  async print(): Promise<void> {
    await this.codesDialog.getByRole("button", { name: "Print" }).click();
  }

  async download(): Promise<Download> {
    const downloading = this.page.waitForEvent("download");
    await this.codesDialog.getByRole("button", { name: "Download" }).click();
    return downloading;
  }

  async keepCodes(): Promise<void> {
    await this.codesDialog.getByRole("button", { name: "I have kept them" }).click();
    await expect(this.codesDialog).toBeHidden();
  }
}
