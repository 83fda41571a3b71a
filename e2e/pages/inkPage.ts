import { expect, type Locator, type Page } from "@playwright/test";
import { streamSelector } from "./callPage";

/** Pointing and drawing on a share. */
export class InkPage {
  constructor(private readonly page: Page) {}

  get drawButton(): Locator {
    return this.page.getByRole("button", { name: "Draw", exact: true });
  }

  get pointerButton(): Locator {
    return this.page.getByRole("button", { name: "Pointer", exact: true });
  }

  /** The sharer's. */
  get allowButton(): Locator {
    return this.page.getByRole("button", { name: "Allow drawing", exact: true });
  }

  /** The tools lie over the picture, and hide while the mouse rests. */
  async press(tool: Locator): Promise<void> {
    const { x, y, width, height } = await this.pictureBox();
    await expect(async () => {
      await this.page.mouse.move(x + width / 2, y + height / 2);
      await this.page.mouse.move(x + width / 2 + 5, y + height / 2);
      await tool.click({ timeout: 1000 });
    }).toPass();
  }

  /** Where the shared picture lies in the page, CSS px. */
  pictureBox(): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.page.locator(streamSelector("remoteShare")).evaluate((video) => {
      const { x, y, width, height } = video.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** How many pixels of ink are drawn over a picture: mine over theirs, or theirs over mine. */
  inkDrawn(board: "onTheirs" | "onMine"): Promise<number> {
    return this.page.locator(`canvas[data-ink="${board}"]`).evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let drawn = 0;
      for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 0) > 0) drawn += 1;
      return drawn;
    });
  }

  /** Draws a straight line with the mouse. */
  async line(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
  }
}
