import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, test } from "@playwright/test";
import { SHARED_TAB_TITLE } from "../fixtures/chromiumLaunch";
import { bundlePage } from "./pageBundle";
import type { Arm, Measured, Round } from "./shareText/benchPage";
import { type MeasuredLink, recordShareText } from "./shareText/figures";
import { type Link, ownLoopback, setLink } from "./shareText/link";
import { sceneSize } from "./shareText/scene";

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const WARM_UP_MS = Number(process.env.BENCH_WARM_UP_MS ?? 8_000);
const MEASURE_MS = 10_000;
const ORIGIN = "https://share.test/";

/** Code as people show it: the app's own. */
const sourceFiles = ["peer/peerLink.ts", "app/shareQuality.ts", "peer/slotSenders.ts", "app/callFlow.ts"];
const renderer = resolve(import.meta.dirname, "../../apps/desktop/src/renderer");

async function openPage(context: BrowserContext, script: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(ORIGIN);
  await page.addScriptTag({ content: script, type: "module" });
  return page;
}

/** A tab at Full HD plays the scene; another page of the same browser shares it with itself. */
async function measure(browser: Browser, scripts: Record<"scene" | "bench", string>, round: Round): Promise<Measured> {
  const context = await browser.newContext({ viewport: sceneSize });
  await context.route(ORIGIN, (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>${SHARED_TAB_TITLE}</title><body>` }),
  );
  const tab = await openPage(context, scripts.scene);
  await tab.evaluate((source) => window.playScene(source), round.source);
  const page = await openPage(context, scripts.bench);
  await page.evaluate(() => {
    document.title = "Bench";
  });
  const measured = await page.evaluate((wanted) => window.measureShare(wanted), round);
  await context.close();
  return measured;
}

test("scrolling code at Full HD in the style Text, against what the browser does by itself", async ({ browser }) => {
  const links: readonly Link[] = ownLoopback() ? ["open", "uplink"] : ["open"];
  const scripts = {
    scene: await bundlePage("shareText/scenePage.ts"),
    bench: await bundlePage("shareText/benchPage.ts"),
  };
  const source = sourceFiles.map((name) => readFileSync(join(renderer, name), "utf8")).join("\n");
  const measured: MeasuredLink[] = links.map((link) => ({ link, ours: [], default: [] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const of of measured) {
      setLink(of.link);
      const arms: readonly Arm[] = round % 2 === 0 ? ["ours", "default"] : ["default", "ours"];
      for (const arm of arms) {
        const one = await measure(browser, scripts, { arm, source, warmUpMs: WARM_UP_MS, measureMs: MEASURE_MS });
        expect(one.latencies.length, `${arm}: pictures whose clock was read`).toBeGreaterThan(20);
        expect(one.unreadable, `${arm}: pictures whose clock was not read`).toBeLessThan(one.latencies.length / 10);
        of[arm].push(one);
      }
    }
  }
  recordShareText(measured);
});
