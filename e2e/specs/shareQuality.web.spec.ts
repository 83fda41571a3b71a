import type { Person } from "../fixtures/person";
import { barsAreRight, readBars, seeFrames } from "../fixtures/pictureProbe";
import { oldCodecsScript, shareFacts } from "../fixtures/shareFacts";
import { openSharedTab } from "../fixtures/sharedTab";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";
import { voiceCall } from "../fixtures/talking";

const remoteShare = streamSelector("remoteShare");
/** Tab capture shifts colours by up to 40 where it was measured. */
const TAB_TOLERANCE = 60;
const FIGURES = /(\d+)×(\d+) · (\d+) fps · (\w+) · ([\d.]+) (kbit|Mbit)\/s/;

async function shareInCall(sharer: Person, viewer: Person): Promise<void> {
  await openSharedTab(sharer.context);
  await voiceCall(sharer, viewer);
  await sharer.call.press("Share a window");
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
  await seeFrames(viewer.page, remoteShare, 5);
}

test("Text is sent as AV1 or VP9, Motion otherwise, changed in the running share without a new description", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await shareInCall(ada, grace);
  const facts = () => shareFacts(ada.page);
  await ada.call.preset("Text").check();
  await expect.poll(facts).toMatchObject({ contentHint: "text", degradation: "maintain-resolution", frameRate: 15 });
  await expect.poll(async () => (await facts()).codec).toMatch(/^(AV1|VP9)$/);
  const text = await facts();

  await ada.call.preset("Motion").check();
  await expect.poll(facts).toMatchObject({ contentHint: "motion", degradation: "maintain-framerate" });
  await expect.poll(async () => (await facts()).frameRate).toBeGreaterThanOrEqual(30);
  await expect.poll(async () => (await facts()).codec).toMatch(/^(H264|VP8)$/);
  expect((await facts()).descriptions).toBe(text.descriptions);
  await seeFrames(grace.page, remoteShare, 20);

  await ada.call.preset("Text").check();
  await expect.poll(facts).toMatchObject({ codec: text.codec, contentHint: "text", frameRate: 15 });
  expect((await facts()).descriptions).toBe(text.descriptions);
  await seeFrames(grace.page, remoteShare, 5);
});

test("the choice is remembered: the next share begins with it", async ({ pair }) => {
  const [ada, grace] = await pair();
  await shareInCall(ada, grace);
  await expect(ada.call.preset("Auto")).toBeChecked();
  await ada.call.preset("Motion").check();
  await ada.call.press("Stop sharing");
  await ada.page.reload();
  await ada.people.shown();
  await grace.call.close();
  await shareInCall(ada, grace);
  await expect(ada.call.preset("Motion")).toBeChecked();
  expect(await shareFacts(ada.page)).toMatchObject({ contentHint: "motion" });
});

test("both sides are shown what is really sent and received", async ({ pair }) => {
  const [ada, grace] = await pair();
  await shareInCall(ada, grace);
  await ada.call.preset("Text").check();
  await expect(ada.call.sentFigures).toHaveText(FIGURES);
  await expect.poll(async () => FIGURES.exec(await ada.call.sentFigures.innerText())?.[4]).toMatch(/^(AV1|VP9)$/);
  await grace.call.press("Picture details");
  await expect(grace.call.receivedFigures).toHaveText(FIGURES);

  const size = await grace.call
    .stream("remoteShare")
    .evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight].map(String));
  for (const shown of [ada.call.sentFigures, grace.call.receivedFigures]) {
    const [, width, height, fps, codec, rate] = FIGURES.exec(await shown.innerText()) ?? [];
    expect([width, height]).toEqual(size);
    expect(Number(fps)).toBeGreaterThan(0);
    expect(Number(fps)).toBeLessThanOrEqual(16);
    expect(codec).toBe((await shareFacts(ada.page)).codec);
    expect(Number(rate)).toBeGreaterThan(0);
  }
  await grace.call.press("Picture details");
  await expect(grace.call.receivedFigures).toBeHidden();
});

test("a peer without AV1 and VP9 gets the picture all the same", async ({ pair }) => {
  const [ada, grace] = await pair({ second: { scripts: [{ content: oldCodecsScript }] } });
  await shareInCall(ada, grace);
  await ada.call.preset("Text").check();
  await expect.poll(async () => (await shareFacts(ada.page)).contentHint).toBe("text");
  const frames = await readBars(grace.page, remoteShare, 20);
  expect(frames.filter((frame) => barsAreRight(frame, TAB_TOLERANCE)).length).toBeGreaterThanOrEqual(19);
  expect((await shareFacts(ada.page)).codec).toMatch(/^(VP8|H264)$/);
});
