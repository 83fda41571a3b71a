import { expect, type Locator, type Page } from "@playwright/test";

/** Devices, appearance and the server's address. */
export class SettingsPage {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Settings" });
  }

  get serverAddress(): Locator {
    return this.dialog.getByRole("textbox", { name: "Server address" });
  }

  device(name: "Microphone" | "Camera" | "Speaker"): Locator {
    return this.dialog.getByRole("combobox", { name });
  }

  processing(name: "Noise suppression" | "Echo cancellation" | "Even loudness"): Locator {
    return this.dialog.getByRole("switch", { name });
  }

  /** How loud the microphone is. */
  get level(): Locator {
    return this.dialog.getByRole("meter", { name: "Level of your microphone" });
  }

  theme(name: "System" | "Light" | "Dark"): Locator {
    return this.dialog.getByRole("radio", { name });
  }

  /** What second callers get. */
  whenBusy(name: "Let others wait" | "Say busy at once"): Locator {
    return this.dialog.getByRole("radio", { name });
  }

  get alwaysRelay(): Locator {
    return this.dialog.getByRole("switch", { name: "Always relay calls" });
  }

  get checkConnection(): Locator {
    return this.dialog.getByRole("button", { name: "Check the connection" });
  }

  get connectEarly(): Locator {
    return this.dialog.getByRole("switch", { name: "Connect while it rings" });
  }

  async shown(): Promise<void> {
    await expect(this.dialog).toBeVisible();
  }

  async close(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Close" }).click();
    await expect(this.dialog).toBeHidden();
  }
}
