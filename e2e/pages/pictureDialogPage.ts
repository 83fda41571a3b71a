import { expect, type Locator, type Page } from "@playwright/test";

/** The picture of oneself in the account dialog, and the dialog that changes it. */
export class PictureDialogPage {
  constructor(
    private readonly page: Page,
    private readonly account: Locator,
  ) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: "Your picture" });
  }

  /** As it will be seen. */
  get preview(): Locator {
    return this.dialog.getByRole("img", { name: "How others will see it" });
  }

  get removeButton(): Locator {
    return this.dialog.getByRole("button", { name: "Remove picture" });
  }

  /** What is wrong. */
  get fault(): Locator {
    return this.dialog.getByRole("alert");
  }

  slider(name: "Size" | "Left – right" | "Up – down"): Locator {
    return this.dialog.getByRole("slider", { name });
  }

  async open(): Promise<void> {
    await this.account.getByRole("button", { name: "Change picture" }).click();
    await expect(this.dialog).toBeVisible();
  }

  /** @param name of the file, which says its type */
  async choose(name: string, bytes: Uint8Array): Promise<void> {
    const mimeType = name.endsWith(".txt") ? "text/plain" : "image/png";
    const chooser = this.page.waitForEvent("filechooser");
    await this.dialog.getByRole("button", { name: /^Choose / }).click();
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  }

  /** Drops or pastes a file, as the browser tells of it. */
  async give(how: "drop" | "paste", bytes: Uint8Array): Promise<void> {
    await this.dialog.evaluate(
      (target, { kind, data }) => {
        const files = new DataTransfer();
        files.items.add(new File([Uint8Array.from(data)], "picture.png", { type: "image/png" }));
        const given = { bubbles: true, cancelable: true };
        const event =
          kind === "drop"
            ? new DragEvent("drop", { ...given, dataTransfer: files })
            : new ClipboardEvent("paste", { ...given, clipboardData: files });
        target.dispatchEvent(event);
      },
      { kind: how, data: [...bytes] },
    );
  }

  async save(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  async cancel(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(this.dialog).toHaveCount(0);
  }
}
