import { join } from "node:path";
import type { Page } from "@playwright/test";

interface FirstFrame {
  arm(selector: string): void;
  clickedAt: Promise<number>;
  paintedAt: Promise<number>;
}

/** Moments in ms since 1970. One clock serves all pages of a machine. */
interface CallStages {
  readonly heard: readonly number[];
  readonly ice: readonly number[];
  readonly dtls: readonly number[];
  clear(): void;
}

declare global {
  interface Window {
    firstFrame: FirstFrame;
    callStages: CallStages;
  }
}

/** Init scripts for both pages of a call that is measured. */
export const momentScripts = ["paintWatch.js", "stageSpy.js"].map((name) => join(import.meta.dirname, name));

/** The parts of a call's set-up one after the other, in ms; those that were over before accept took none. */
export const stageNames = ["signaling", "ice", "dtls", "firstFrame"] as const;
export type StageName = (typeof stageNames)[number];

export interface CallMoments {
  /** From the click on accept to the first remote frame painted on both sides. */
  readonly total: number;
  readonly stages: Readonly<Record<StageName, number>>;
}

export interface WatchedCall {
  readonly caller: Page;
  readonly callee: Page;
  /** CSS selector of the element that shows the other's camera, on both pages. */
  readonly picture: string;
  /** Makes it ring; resolves when all is done that is done before accept. */
  ring(): Promise<void>;
  /** One click on the callee's page. */
  accept(): Promise<void>;
}

/** Makes one call up to the first frame on both sides and tells how long it took. */
export async function watchCall({ caller, callee, picture, ring, accept }: WatchedCall): Promise<CallMoments> {
  const pages = [caller, callee];
  for (const page of pages) await page.evaluate(() => window.callStages.clear());
  await ring();
  for (const page of pages) await page.evaluate((selector) => window.firstFrame.arm(selector), picture);
  await accept();
  const clicked = await callee.evaluate(() => window.firstFrame.clickedAt);
  const painted = Math.max(
    ...(await Promise.all(pages.map((page) => page.evaluate(() => window.firstFrame.paintedAt)))),
  );
  const reached = await Promise.all(pages.map((page) => page.evaluate(() => ({ ...window.callStages }))));
  const known = reached[0]?.heard.find((moment) => moment > clicked) ?? Number.NaN;
  const ice = Math.max(known, ...reached.map((stages) => stages.ice[0] ?? Number.NaN));
  const dtls = Math.max(ice, ...reached.map((stages) => stages.dtls[0] ?? Number.NaN));
  const stages = { signaling: known - clicked, ice: ice - known, dtls: dtls - ice, firstFrame: painted - dtls };
  return { total: painted - clicked, stages };
}
