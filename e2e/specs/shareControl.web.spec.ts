import type { Page } from "@playwright/test";
import { descriptionsApplied, displayMediaCalls, picturesRunning } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { openSharedTab, TAB_TONE_HERTZ } from "../fixtures/sharedTab";
import { expectSilence, expectTone } from "../fixtures/soundProbe";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

const remoteShare = streamSelector("remoteShare");
const remoteSound = streamSelector("remoteShareSound");

async function share(sharer: Person, viewer: Person): Promise<Page> {
  const tab = await openSharedTab(sharer.context);
  await sharer.people.call(viewer.name, "video");
  await viewer.call.press("Accept with video");
  await sharer.call.expectConnected();
  await sharer.call.press("Share a window");
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
  await seeFrames(viewer.page, remoteShare, 5);
  return tab;
}

test("a browser asks again by its own picker, and puts what was picked in place of the first, with its sound", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const first = await share(ada, grace);
  await expectTone(grace.page, remoteSound, TAB_TONE_HERTZ, -50);
  // Another tab: one that is captured twice Chromium draws once a second only, with or without us.
  await first.evaluate(() => {
    document.title = "Shared before";
  });
  await openSharedTab(ada.context);
  await ada.page.bringToFront();
  const described = await descriptionsApplied(ada.page);
  await ada.call.press("Share another window instead");
  await expect.poll(() => displayMediaCalls(ada.page)).toBe(2);
  await expect.poll(() => picturesRunning(ada.page)).toEqual([false, true]);
  await first.close();
  await seeFrames(grace.page, remoteShare, 5);
  await expectTone(grace.page, remoteSound, TAB_TONE_HERTZ, -50);
  expect(await descriptionsApplied(ada.page)).toBe(described);
  await expect(ada.call.button("Share another window instead")).not.toHaveAttribute("aria-busy", "true");
});

test("paused, neither picture nor sound of it leaves; the call goes on", async ({ pair }) => {
  const [ada, grace] = await pair();
  await share(ada, grace);
  await expectTone(grace.page, remoteSound, TAB_TONE_HERTZ, -50);
  await ada.call.press("Pause sharing");
  await expect(grace.call.text("Ada Byron paused")).toBeVisible();
  await expectSilence(grace.page, remoteSound);
  await seeFrames(grace.page, streamSelector("remoteCamera"), 5);
  await ada.call.press("Resume sharing");
  await seeFrames(grace.page, remoteShare, 5);
  await expectTone(grace.page, remoteSound, TAB_TONE_HERTZ, -50);
  await ada.call.press("Stop");
  await expect(grace.call.stream("remoteShare")).toBeHidden();
});
