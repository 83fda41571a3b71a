import { expect, type Locator, type Page } from "@playwright/test";

type CheckLine =
  | "Server"
  | "Live messages"
  | "Direct path (STUN)"
  | "Relay by UDP"
  | "Relay by TCP"
  | "Relay by TLS"
  | "Microphone"
  | "Camera";

/** What a check has to say in machine's words, as the report has it. */
export interface DoctorReport {
  readonly verdict: { readonly key: string; readonly severity: string };
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly ms: number | null }[];
}

/** The check of the connection. */
export class DoctorPage {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Check the connection" });
  }

  get verdict(): Locator {
    return this.dialog.getByRole("status");
  }

  /** The report as text, where the clipboard was refused. */
  get reportText(): Locator {
    return this.dialog.getByRole("textbox", { name: "Report" });
  }

  line(name: CheckLine): Locator {
    return this.dialog.getByRole("listitem").filter({ has: this.page.getByText(name, { exact: true }) });
  }

  button(name: "Copy report" | "Copied" | "Check again" | "Close"): Locator {
    return this.dialog.getByRole("button", { name, exact: true });
  }

  /** Waits for the end of the check, which a silent relay makes a matter of seconds. */
  async says(words: string | RegExp): Promise<void> {
    await expect(this.verdict).toHaveText(words, { timeout: 40_000 });
  }

  /** Copies the report and reads the clipboard; the page needs the permission for both. */
  async copiedReport(): Promise<string> {
    await this.button("Copy report").click();
    await expect(this.button("Copied")).toBeVisible();
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}
