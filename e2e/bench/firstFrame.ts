import { join } from "node:path";
import type { Page } from "@playwright/test";

interface FirstFrame {
  arm(selector: string): void;
  clickedAt: Promise<number>;
  paintedAt: Promise<number>;
}

declare global {
  interface Window {
    firstFrame: FirstFrame;
  }
}

export const firstFrameScript = join(import.meta.dirname, "paintWatch.js");

/** Must run while no element that matches `selector` is shown yet. */
export function arm(page: Page, selector: string): Promise<void> {
  return page.evaluate((name) => window.firstFrame.arm(name), selector);
}

/** From the click on `accepting` to the first remote frame painted on both pages, in ms. */
export async function clickToFrames(accepting: Page, other: Page): Promise<number> {
  const clickedAt = await accepting.evaluate(() => window.firstFrame.clickedAt);
  const painted = await Promise.all([accepting, other].map((page) => page.evaluate(() => window.firstFrame.paintedAt)));
  return Math.max(...painted) - clickedAt;
}
