import { chromium } from "@playwright/test";
import { captureProcess } from "../fixtures/captureProcess";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { disclosure } from "../fixtures/peerFacts";
import { befriend } from "../fixtures/person";
import { expect, test } from "../fixtures/test";

/** Chromium ends the process five seconds after its last use. */
const UNUSED_MS = 5_000;

test.skip(process.platform !== "linux", "asks /proc what the browser's processes are");

test("R1: what opens cameras stands ready as long as it rings, with none opened, and goes afterwards", async ({
  newPerson,
  server,
}) => {
  const browser = await chromium.launch(callBrowserOptions());
  try {
    const ada = await newPerson("Ada Byron");
    const grace = await newPerson("Grace Hopper", { browser });
    await befriend(server, ada, grace);
    const ready = () => captureProcess(browser);
    const gone = () => expect.poll(ready, { timeout: 3 * UNUSED_MS }).toBeNull();
    await gone();

    await ada.people.call("Grace Hopper", "video");
    await grace.call.expectIncoming("Ada Byron");
    await expect.poll(ready).not.toBeNull();
    const process = await ready();
    const until = Date.now() + 2 * UNUSED_MS;
    while (Date.now() < until) expect(await ready()).toBe(process);
    expect(await disclosure(grace.page)).toMatchObject({ userMediaCalls: 0, sendersWithTrack: 0 });

    await grace.call.press("Decline call");
    await ada.call.expectEnded("Grace Hopper declined the call.");
    await gone();
  } finally {
    await browser.close();
  }
});
