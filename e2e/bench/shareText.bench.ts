import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser } from "@playwright/test";
import { expect, test } from "@playwright/test";
import type { Arm, Measured, Round } from "./shareText/benchPage";
import { recordShareText } from "./shareText/figures";
import { bundlePage } from "./shareText/pageBundle";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const WARM_UP_MS = Number(process.env.BENCH_WARM_UP_MS ?? 8_000);
const MEASURE_MS = 10_000;
const ORIGIN = "https://share.test/";

/** Code as people show it: the app's own. */
const sourceFiles = ["peer/peerLink.ts", "app/shareQuality.ts", "peer/slotSenders.ts", "app/callFlow.ts"];
const renderer = resolve(import.meta.dirname, "../../apps/desktop/src/renderer");

async function measure(browser: Browser, script: string, round: Round): Promise<Measured> {
  const context = await browser.newContext();
  await context.route(ORIGIN, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><body>" }));
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction(() => "measureShare" in window);
  const measured = await page.evaluate((wanted) => window.measureShare(wanted), round);
  await context.close();
  return measured;
}

test("scrolling code at Full HD in the style Text, against what the browser does by itself", async ({ browser }) => {
  const script = await bundlePage();
  const source = sourceFiles.map((name) => readFileSync(join(renderer, name), "utf8")).join("\n");
  const measured: Record<Arm, Measured[]> = { ours: [], default: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const arms: readonly Arm[] = round % 2 === 0 ? ["ours", "default"] : ["default", "ours"];
    for (const arm of arms) {
      const one = await measure(browser, script, { arm, source, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS });
      expect(one.latencies.length, `${arm}: pictures whose clock was read`).toBeGreaterThan(20);
      expect(one.unreadable, `${arm}: pictures whose clock was not read`).toBeLessThan(one.latencies.length / 10);
      measured[arm].push(one);
    }
  }
  recordShareText(measured);
});
