import { setTimeout as wait } from "node:timers/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import type { Person } from "../../fixtures/person";
import { evenServer } from "../../labs/network/evenLab";
import { streamSelector } from "../../pages/callPage";
import { type CallMoments, momentScripts, watchCall } from "./callMoments";
import type { Side, Way } from "./ways/contestant";

/** Somebody who makes calls and is measured. */
export interface Driver {
  /** One call from ringing to the first frames; nothing of it is left afterwards. `ringMs`: until the callee accepts. */
  call(ringMs: number): Promise<CallMoments>;
}

/** Ours: through the screens and the real server. */
export function driveOurs(caller: Person, callee: Person): Driver {
  return {
    async call(ringMs) {
      const moments = await watchCall({
        caller: caller.page,
        callee: callee.page,
        picture: streamSelector("remoteCamera"),
        async ring() {
          await caller.people.videoCallButton.click();
          await callee.call.expectIncoming(caller.name);
          await caller.call.expectRinging();
          await wait(ringMs);
        },
        accept: () => callee.call.press("Accept with video"),
      });
      await caller.call.press("Hang up");
      await callee.call.expectEnded(`${caller.name} hung up.`);
      await caller.call.close();
      await callee.call.close();
      await expect(caller.people.videoCallButton).toBeVisible();
      return moments;
    },
  };
}

export interface Contest {
  /** The browsers in the two houses. */
  readonly browsers: Readonly<Record<Side, Browser>>;
  readonly pagePort: number;
  /** What `contestPage.ts` became. */
  readonly script: string;
  /** The devices are opened as ours opens them. */
  readonly constraints: MediaStreamConstraints;
}

/** Anybody else: two pages that are driven alike. */
export async function driveContestant(contest: Contest, way: Way): Promise<Driver> {
  const [caller, callee] = [await openPage(contest, way, "caller"), await openPage(contest, way, "callee")];
  const { constraints } = contest;
  await callee.evaluate(async (wanted) => (await window.contestant).setConstraints(wanted), constraints);
  const onBoth = (act: (page: Page) => Promise<void>) => Promise.all([act(caller), act(callee)]);
  return {
    async call(ringMs) {
      const moments = await watchCall({
        caller,
        callee,
        picture: "video",
        async ring() {
          await caller.evaluate(async (wanted) => (await window.contestant).ring(wanted), constraints);
          await onBoth((page) => page.evaluate(async () => (await window.contestant).ringing()));
          await wait(ringMs);
        },
        accept: () => callee.getByRole("button", { name: "Accept" }).click(),
      });
      await onBoth((page) => page.evaluate(async () => (await window.contestant).hangUp()));
      return moments;
    },
  };
}

async function openPage({ browsers, pagePort, script }: Contest, way: Way, side: Side): Promise<Page> {
  const origin = `http://${evenServer}:${pagePort}`;
  const context = await browsers[side].newContext({ permissions: ["camera", "microphone"] });
  for (const path of momentScripts) await context.addInitScript({ path });
  // Only what the contestants say to their servers goes over the line, not the page.
  await context.route(`${origin}/?**`, (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><title>${way}</title><body></body>` }),
  );
  const page = await context.newPage();
  await page.goto(`${origin}/?${new URLSearchParams({ way, side })}`);
  await page.addScriptTag({ content: script, type: "module" });
  await page.waitForFunction(async () => (await window.contestant) !== undefined);
  return page;
}
