import { expect, type Locator, type Page } from "@playwright/test";

/** The desktop app's own choice of what to share. */
export class PickerPage {
  constructor(private readonly page: Page) {}

  get dialog(): Locator {
    return this.page.getByRole("dialog", { name: /^(Share a window|Switch to another window)$/ });
  }

  get switchButton(): Locator {
    return this.dialog.getByRole("button", { name: "Switch", exact: true });
  }

  get shareButton(): Locator {
    return this.dialog.getByRole("button", { name: "Share", exact: true });
  }

  get cancelButton(): Locator {
    return this.dialog.getByRole("button", { name: "Cancel", exact: true });
  }

  /** The windows or screens offered, as radio buttons. */
  sources(kind: "Windows" | "Screens"): Locator {
    return this.dialog.getByRole("group", { name: kind }).getByRole("radio");
  }

  source(title: string | RegExp): Locator {
    return this.dialog.getByRole("radio", { name: title });
  }

  /** Thumbnail and app icon of a source. */
  pictures(title: string): Locator {
    return this.card(title).getByRole("presentation");
  }

  private card(title: string): Locator {
    return this.dialog.locator("label").filter({ hasText: title });
  }

  async showScreens(): Promise<void> {
    await this.card("Screens").click();
  }

  get search(): Locator {
    return this.dialog.getByRole("textbox", { name: /^Search/ });
  }

  /** Which sound goes with the share, as radio buttons. */
  sound(name: string | RegExp): Locator {
    return this.dialog.getByRole("group", { name: "Sound" }).getByRole("radio", { name });
  }

  text(words: string | RegExp): Locator {
    return this.dialog.getByText(words);
  }

  /** Presses Tab until the sources have the focus, and arrow right until the source has it. */
  async reachByTab(source: Locator): Promise<void> {
    const group = this.sources("Windows");
    await expect(async () => {
      await this.page.keyboard.press("Tab");
      const focused = await group.evaluateAll((radios) => radios.includes(document.activeElement as HTMLElement));
      expect(focused).toBe(true);
    }).toPass();
    await this.page.keyboard.press("Home");
    for (let left = await group.count(); left > 0; left -= 1) {
      if (await source.evaluate((radio) => radio === document.activeElement)) return;
      await this.page.keyboard.press("ArrowRight");
    }
    await expect(source).toBeFocused();
  }

  async shown(): Promise<void> {
    await expect(this.dialog).toBeVisible();
  }

  async choose(title: string): Promise<void> {
    await this.card(title).click();
    await expect(this.source(title)).toBeChecked();
  }

  /** Which sound goes along, by its words. */
  async chooseSound(words: RegExp): Promise<void> {
    // The radio button lies over its words, transparent.
    await this.sound(words).check();
  }

  async share(title: string): Promise<void> {
    await this.choose(title);
    await this.shareButton.click();
    await expect(this.dialog).toBeHidden();
  }

  /** The same, for a share that runs. */
  async switchTo(title: string): Promise<void> {
    await this.choose(title);
    await this.switchButton.click();
    await expect(this.dialog).toBeHidden();
  }
}
