import { expectWithin } from "../fixtures/limits";
import { chromium } from "@playwright/test";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { openColourBars } from "../fixtures/colourBars";
import { watchFor } from "../fixtures/moments";
import { captureEndedAt } from "../fixtures/peerFacts";
import { befriend } from "../fixtures/person";
import { barsAreRight, countingFaults, readBars } from "../fixtures/pictureProbe";
import { expect, test } from "../fixtures/test";
import { startXDisplay, xDisplayMissing } from "../fixtures/xDisplay";
import { streamSelector } from "../pages/callPage";

const missing = xDisplayMissing();

test("a real X11 window, shared from a browser: right colours, a growing counter, ends with the window", async ({
  newPerson,
  server,
}) => {
  test.skip(missing !== null, missing ?? "");
  const display = await startXDisplay();
  const bars = await openColourBars(display);
  const browser = await chromium.launch(callBrowserOptions({ display: display.name, windowToShare: bars.title }));
  const ada = await newPerson("Ada Byron", { browser });
  const grace = await newPerson("Grace Hopper");
  await befriend(server, ada, grace);
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept with video");
  await ada.call.expectConnected();
  await ada.call.press("Share a window");
  await expect(grace.call.stream("remoteShare")).toBeVisible();

  const frames = await readBars(grace.page, streamSelector("remoteShare"), 100);
  expect(frames.filter((frame) => barsAreRight(frame)).length).toBeGreaterThanOrEqual(95);
  expect(countingFaults(frames)).toEqual([]);

  const goneAtAda = await watchFor(ada.page, "gone", streamSelector("localShare"));
  const goneAtGrace = await watchFor(grace.page, "gone", streamSelector("remoteShare"));
  await bars.close();
  const toldAt = Math.max(await goneAtAda.at(), await goneAtGrace.at());
  await expectWithin(toldAt - ((await captureEndedAt(ada.page)) ?? 0), 200, "told at the viewer");
  await browser.close();
  await display.stop();
});
