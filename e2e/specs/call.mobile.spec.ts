import { join } from "node:path";
import type { Person } from "../fixtures/person";
import { readCentre, sameColour, type Rgb } from "../fixtures/pictureProbe";
import { expect, test } from "../fixtures/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { streamSelector } from "../pages/callPage";

const GREEN: Rgb = [0, 170, 0];
const BLUE: Rgb = [0, 0, 204];
const cameras = { path: join(import.meta.dirname, "../fixtures/phoneCameras.js") };
const hideFacing = { content: "window.phoneCamerasHideFacing = true;" };

async function expectFits({ page }: Person): Promise<void> {
  const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const);
  expect(width[0], "no sideways scrolling").toBeLessThanOrEqual(width[1]);
}

async function expectPeerSees(viewer: Person, colour: Rgb): Promise<void> {
  const selector = streamSelector("remoteCamera");
  await expect.poll(async () => sameColour(await readCentre(viewer.page, selector), colour, 40)).toBe(true);
}

test("a whole call at 360 px by tap: every screen fits and is accessible", async ({ pair }) => {
  const [ada, grace] = await pair({ first: { scripts: [cameras] }, second: { scripts: [cameras] } });
  const check = async (person: Person) => {
    await expectFits(person);
    await expectNoSeriousFaults(person.page);
  };
  await check(ada);
  await ada.people.select(grace.name);
  await check(ada);
  await ada.people.videoCallButton.tap();
  await ada.call.expectRinging();
  await check(ada);
  await grace.call.expectIncoming(ada.name);
  await check(grace);
  await grace.call.button("Accept with video").tap();
  await ada.call.expectConnected();
  await expectPeerSees(ada, GREEN);
  await check(ada);
  await expect(ada.call.button("Share a window"), "a phone cannot share its screen").toHaveCount(0);
  await ada.call.button("Mute").tap();
  await expect(grace.call.text("Ada Byron is muted")).toBeVisible();
  await ada.call.button("Hang up").tap();
  await grace.call.expectEnded("Ada Byron hung up.");
  await check(grace);
  await grace.call.button("Close").tap();
  await ada.call.button("Close").tap();
  await check(ada);
});

test("signing up and the settings fit 360 px", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron", { signedOut: true });
  await expectFits(ada);
  await ada.welcome.openSignUp();
  await expectFits(ada);
  await expectNoSeriousFaults(ada.page);
  await ada.welcome.signUp(ada);
  await ada.people.shown();
  await ada.people.openSettings();
  await ada.settings.shown();
  await expectFits(ada);
  await expectNoSeriousFaults(ada.page);
});

for (const facing of [true, false]) {
  const how = facing ? "by facingMode" : "to the next camera where the phone tells no facingMode";
  test(`switching to the back camera ${how}: the peer sees it, and back again`, async ({ pair }) => {
    const scripts = facing ? [cameras] : [hideFacing, cameras];
    const [ada, grace] = await pair({ first: { scripts }, second: { scripts: [cameras] } });
    await ada.people.select(grace.name);
    await ada.people.videoCallButton.tap();
    await grace.call.button("Accept with video").tap();
    await ada.call.expectConnected();
    await expectPeerSees(grace, GREEN);
    await ada.call.button("Switch camera").tap();
    await expectPeerSees(grace, BLUE);
    await ada.call.button("Switch camera").tap();
    await expectPeerSees(grace, GREEN);
  });
}
