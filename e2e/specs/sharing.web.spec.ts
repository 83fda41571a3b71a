import { expectWithin } from "../fixtures/limits";
import { watchClick, watchFor } from "../fixtures/moments";
import { captureEndedAt, capturing } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { barsAreRight, readBars, seeFrames } from "../fixtures/pictureProbe";
import { openSharedTab, TAB_TONE_HERTZ } from "../fixtures/sharedTab";
import { expectTone, listen } from "../fixtures/soundProbe";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

/** Both sides know of the end of a share within this time. */
const TOLD_WITHIN_MS = 200;
/** Tab capture shifts colours by up to 40 where it was measured. */
const TAB_TOLERANCE = 60;

const remoteShare = streamSelector("remoteShare");
const localShare = streamSelector("localShare");

async function shareInCall(sharer: Person, viewer: Person): Promise<void> {
  await sharer.people.call(viewer.name, "video");
  await viewer.call.press("Accept with video");
  await sharer.call.expectConnected();
  await sharer.call.press("Share a window");
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
  await expect(sharer.call.button("Stop sharing")).toBeVisible();
}

test("the share is the hero at the peer, letterboxed, with the camera beside it", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  const frames = await readBars(grace.page, remoteShare, 40);
  const right = frames.filter((frame) => barsAreRight(frame, TAB_TOLERANCE));
  expect(right.length / frames.length).toBeGreaterThanOrEqual(0.95);

  await expect(grace.call.tile("Ada Byron's shared window")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteCamera"));
  const hero = await grace.call.stream("remoteShare").boundingBox();
  const camera = await grace.call.stream("remoteCamera").boundingBox();
  if (!hero || !camera) throw new Error("a picture is not on the screen");
  expect(hero.width * hero.height).toBeGreaterThan(camera.width * camera.height * 3);
  await expect(grace.call.stream("remoteShare")).toHaveCSS("object-fit", "contain");
});

test("the tab's sound goes along and is measured at the peer", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  const sound = streamSelector("remoteShareSound");
  await expectTone(grace.page, sound, TAB_TONE_HERTZ, -50);
  const level = await listen(grace.page, sound, TAB_TONE_HERTZ);
  const beside = await listen(grace.page, sound, 2 * TAB_TONE_HERTZ);
  expect(beside.band, "the octave above, the control case").toBeLessThan(level.band - 20);
});

test("R5: stopping by button ends the capture within 100 ms and both sides know within 200 ms", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  const click = await watchClick(ada.page);
  const goneAtAda = await watchFor(ada.page, "gone", localShare);
  const goneAtGrace = await watchFor(grace.page, "gone", remoteShare);
  await ada.call.press("Stop sharing");
  const clickedAt = await click.at();
  await expectWithin((await goneAtAda.at()) - clickedAt, TOLD_WITHIN_MS, "told at the sharer");
  await expectWithin((await goneAtGrace.at()) - clickedAt, TOLD_WITHIN_MS, "told at the viewer");
  expect(await capturing(ada.page)).toBe(false);
  await expect(ada.call.button("Share a window")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteCamera"));
});

test("closing what is shared ends the share: both sides know within 200 ms, and can share again", async ({ pair }) => {
  const [ada, grace] = await pair();
  const tab = await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  const goneAtAda = await watchFor(ada.page, "gone", localShare);
  const goneAtGrace = await watchFor(grace.page, "gone", remoteShare);
  await tab.close();
  const toldAtGrace = await goneAtGrace.at();
  const toldAtAda = await goneAtAda.at();
  const endedAt = await captureEndedAt(ada.page);
  if (endedAt === null) throw new Error("the capture never ended");
  await expectWithin(toldAtAda - endedAt, TOLD_WITHIN_MS, "told at the sharer");
  await expectWithin(toldAtGrace - endedAt, TOLD_WITHIN_MS, "told at the viewer");

  await openSharedTab(ada.context);
  await ada.call.press("Share a window");
  await expect(grace.call.stream("remoteShare")).toBeVisible();
  await seeFrames(grace.page, remoteShare, 5);
});

test("a call can start straight into sharing", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await ada.people.call(grace.name, "share");
  await grace.call.expectIncoming(ada.name);
  await expect(grace.call.text("Wants to show you a window")).toBeVisible();
  await grace.call.press("Accept call");
  await grace.call.expectConnected();
  await expect(grace.call.stream("remoteShare")).toBeVisible();
  await seeFrames(grace.page, remoteShare, 5);
});

test("both may share at the same time", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  await openSharedTab(grace.context);
  await grace.call.press("Share a window");
  await expect(ada.call.stream("remoteShare")).toBeVisible();
  await seeFrames(ada.page, remoteShare, 5);
  await seeFrames(grace.page, remoteShare, 5);
});

test("R5: no short message ever lies over Stop while something is shared", async ({ newPerson, pair }) => {
  const [ada, grace] = await pair();
  const charles = await newPerson("Charles Babbage");
  await openSharedTab(ada.context);
  await shareInCall(ada, grace);
  await charles.people.find(ada.username);
  await charles.people.sendRequestButton.click();
  const notice = ada.people.notice("Charles Babbage wants to add you.");
  await expect(notice).toBeVisible();
  const [message, stop] = [await notice.boundingBox(), await ada.call.button("Stop").boundingBox()];
  if (!message || !stop) throw new Error("one of them is not on the screen");
  expect(message.y, "below it").toBeGreaterThan(stop.y + stop.height);
});
