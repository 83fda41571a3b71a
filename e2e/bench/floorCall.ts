import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { arm, clickToFrames, firstFrameScript } from "./firstFrame";

interface FloorWindow {
  readonly offer?: unknown;
  ring(constraints: MediaStreamConstraints): Promise<void>;
  prepareToAccept(constraints: MediaStreamConstraints): void;
  hangUp(): void;
}

/** The fastest call this browser can make: what every call of ours is measured against. */
export interface FloorCall {
  /** From the accepting click to the first remote frame painted on both sides, in ms. */
  run(constraints: MediaStreamConstraints): Promise<number>;
  close(): Promise<void>;
}

const ORIGIN = "https://floor.test/";

export async function openFloor(browser: Browser): Promise<FloorCall> {
  const context = await browser.newContext();
  await context.addInitScript({ path: firstFrameScript });
  await context.route(`${ORIGIN}**`, (route) => route.fulfill({ path: join(import.meta.dirname, "floorPage.html") }));
  const caller = await openPage(context);
  const callee = await openPage(context);
  return {
    run: async (constraints) => {
      await callee.evaluate((wanted) => (window as unknown as FloorWindow).prepareToAccept(wanted), constraints);
      await caller.evaluate((wanted) => (window as unknown as FloorWindow).ring(wanted), constraints);
      await callee.waitForFunction(() => (window as unknown as FloorWindow).offer !== undefined);
      for (const page of [caller, callee]) await arm(page, "video");
      await callee.getByRole("button").click();
      const took = await clickToFrames(callee, caller);
      for (const page of [caller, callee]) await page.evaluate(() => (window as unknown as FloorWindow).hangUp());
      return took;
    },
    close: () => context.close(),
  };
}

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(ORIGIN);
  return page;
}
