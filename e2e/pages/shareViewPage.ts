import { expect, type Locator, type Page } from "@playwright/test";
import { streamSelector } from "./callPage";

type ViewButton =
  | "Zoom in"
  | "Zoom out"
  | "Fit to view"
  | "Original size (1:1)"
  | "Full screen"
  | "Leave full screen"
  | "Own window, always on top"
  | "Mute the share"
  | "Unmute the share";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The view of what the other shows. */
export class ShareViewPage {
  constructor(
    private readonly page: Page,
    private readonly sharer: string,
    /** In a window of its own the view is all there is. */
    private readonly inOwnWindow = false,
  ) {}

  get frame(): Locator {
    if (this.inOwnWindow) return this.page.locator("body");
    return this.page.getByRole("figure", { name: `${this.sharer}'s shared window` });
  }

  /** In the place of the share while that is in a window of its own. */
  get bringBack(): Locator {
    return this.page.getByRole("button", { name: "Bring it back" });
  }

  get picture(): Locator {
    return this.page.locator(streamSelector("remoteShare"));
  }

  get toolbar(): Locator {
    return this.frame.getByRole("group", { name: "View of the share" });
  }

  get volume(): Locator {
    return this.frame.getByRole("slider", { name: "Volume of the share" });
  }

  /** What was read out last about the size. */
  get said(): Locator {
    return this.frame.getByRole("status", { name: "Size of the share" });
  }

  button(name: ViewButton): Locator {
    return this.frame.getByRole("button", { name, exact: true });
  }

  /** The first picture has come and lies in the view. */
  async shown(): Promise<void> {
    await expect(this.button("Fit to view")).toHaveAttribute("aria-pressed", "true");
  }

  /** Moves the mouse over the share and on to the toolbar it brings. */
  async openToolbar(): Promise<void> {
    const { height } = await this.viewBox();
    await expect(async () => {
      await this.frame.hover({ position: { x: 10, y: height / 2 } });
      await this.toolbar.hover({ timeout: 1000 });
    }).toPass();
  }

  /** Brings the toolbar by a tap at the left edge, unless it is there. */
  async wake(): Promise<void> {
    await expect(async () => {
      if ((await this.toolbar.evaluate((bar) => getComputedStyle(bar).opacity)) !== "1")
        await this.frame.tap({ position: { x: 20, y: (await this.viewBox()).height / 2 } });
      await expect(this.toolbar).toHaveCSS("opacity", "1", { timeout: 1000 });
    }).toPass();
  }

  async expectFullScreen(full: boolean): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.fullscreenElement?.tagName ?? null))
      .toBe(full ? "FIGURE" : null);
  }

  /** Is it shown in the system's floating window? */
  async expectFloating(floating: boolean): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.pictureInPictureElement !== null)).toBe(floating);
  }

  /** The same view in a window of its own. */
  in(window: Page): ShareViewPage {
    return new ShareViewPage(window, this.sharer, true);
  }

  /** The picture's place on the page, CSS px; also where it reaches beyond what is seen. */
  async pictureBox(): Promise<Box> {
    return this.picture.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** The view's place on the page, CSS px. */
  async viewBox(): Promise<Box> {
    const box = await this.frame.boundingBox();
    if (!box) throw new Error("the view is not on the screen");
    return box;
  }

  /** Size of the picture as it arrives, video pixels, and device pixels per CSS px. */
  async arriving(): Promise<{ width: number; height: number; pixelRatio: number }> {
    return this.picture.evaluate((element) => {
      const { videoWidth: width, videoHeight: height } = element as HTMLVideoElement;
      return { width, height, pixelRatio: devicePixelRatio };
    });
  }

  /** A place on the picture, 0 to 1, as a point of the page. */
  async pointAt(x: number, y: number): Promise<{ x: number; y: number }> {
    const box = await this.pictureBox();
    return { x: box.x + x * box.width, y: box.y + y * box.height };
  }

  /** The place on the picture at a point of the page. */
  async placeAt(point: { x: number; y: number }): Promise<{ x: number; y: number }> {
    const box = await this.pictureBox();
    return { x: (point.x - box.x) / box.width, y: (point.y - box.y) / box.height };
  }

  /**
   * Shows, instead of what arrives, a pattern of single dark and bright pixels, which no codec would let through.
   */
  async showFinePattern(size: { width: number; height: number }): Promise<void> {
    await this.picture.evaluate((element, { width, height }) => {
      const canvas = document.createElement("canvas");
      Object.assign(canvas, { width, height });
      const pen = canvas.getContext("2d", { alpha: false });
      if (!pen) throw new Error("no canvas");
      const draw = () => {
        const pixels = pen.createImageData(width, height);
        for (let at = 0; at < width * height; at += 1) {
          const bright = ((at % width) + Math.floor(at / width)) % 2 === 1 ? 255 : 0;
          pixels.data.set([bright, bright, bright, 255], at * 4);
        }
        pen.putImageData(pixels, 0, 0);
      };
      draw();
      setInterval(draw, 200);
      (element as HTMLVideoElement).srcObject = canvas.captureStream();
    }, size);
    await expect.poll(() => this.arriving()).toMatchObject(size);
  }

  async soundOut(): Promise<{ volume: number; muted: boolean }> {
    return this.page.locator(streamSelector("remoteShareSound")).evaluate((element) => {
      const { volume, muted } = element as HTMLAudioElement;
      return { volume, muted };
    });
  }
}
