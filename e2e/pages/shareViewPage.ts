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
    return this.frame.getByRole("status");
  }

  button(name: ViewButton): Locator {
    return this.frame.getByRole("button", { name, exact: true });
  }

  /** The first picture has come and lies in the view. */
  async shown(): Promise<void> {
    await expect(this.button("Fit to view")).toHaveAttribute("aria-pressed", "true");
  }

  async expectFullScreen(full: boolean): Promise<void> {
    await expect
      .poll(() => this.page.evaluate(() => document.fullscreenElement?.tagName ?? null))
      .toBe(full ? "FIGURE" : null);
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

  /** Enlarges by the buttons until the picture is wider than the view in both directions. */
  async fill(): Promise<void> {
    await expect(async () => {
      await this.button("Zoom in").click();
      const [picture, view] = [await this.pictureBox(), await this.viewBox()];
      expect(picture.width).toBeGreaterThan(view.width * 1.5);
      expect(picture.height).toBeGreaterThan(view.height * 1.5);
    }).toPass();
  }

  async soundOut(): Promise<{ volume: number; muted: boolean }> {
    return this.page.locator(streamSelector("remoteShareSound")).evaluate((element) => {
      const { volume, muted } = element as HTMLAudioElement;
      return { volume, muted };
    });
  }
}
