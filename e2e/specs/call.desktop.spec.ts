import { desktopMissing, expect, meet, signUp, test } from "../fixtures/desktopTest";
import { disclosure } from "../fixtures/peerFacts";
import { seeFrames } from "../fixtures/pictureProbe";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { streamSelector } from "../pages/callPage";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

const remoteCamera = streamSelector("remoteCamera");

test("from signing up to hanging up, desktop app to browser", async ({ newDesktop, newPerson }) => {
  const ada = await newDesktop("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await signUp(ada);
  await meet(ada, grace);
  await expectNoSeriousFaults(ada.page, { legacy: true });
  await ada.people.call(grace.name, "video");
  await grace.call.expectIncoming(ada.name);
  await grace.call.press("Accept with video");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  await seeFrames(ada.page, remoteCamera, 10);
  await seeFrames(grace.page, remoteCamera, 10);
  await expectNoSeriousFaults(ada.page, { legacy: true });
  await ada.call.press("Mute");
  await expect(grace.call.text("Ada Byron is muted")).toBeVisible();
  await ada.call.press("Hang up");
  await ada.call.expectEnded("Call ended.");
  await ada.call.close();
  await grace.call.expectEnded("Ada Byron hung up.");
  await ada.people.logOut();
  await ada.welcome.shown();
});

test("two desktop apps call each other", async ({ newDesktop }) => {
  const ada = await newDesktop("Ada Byron");
  const grace = await newDesktop("Grace Hopper");
  await signUp(ada);
  await signUp(grace);
  await meet(ada, grace);
  await grace.people.call(ada.name, "video");
  await ada.call.expectIncoming(grace.name);
  await ada.call.press("Accept with video");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  await seeFrames(ada.page, remoteCamera, 10);
  await seeFrames(grace.page, remoteCamera, 10);
  await grace.call.press("Hang up");
  await ada.call.expectEnded("Grace Hopper hung up.");
});

test("R1: it rings while the window is hidden: the window shows itself, no device is opened", async ({
  desktopPair,
}) => {
  const [ada, grace] = await desktopPair();
  await ada.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const visible = () => ada.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  expect(await visible()).toBe(false);
  await grace.people.call(ada.name, "video");
  await expect.poll(visible).toBe(true);
  await ada.call.expectIncoming(grace.name);
  const title = () => ada.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toContain("Grace Hopper");
  expect(await disclosure(ada.page)).toMatchObject({ packetsSent: 0, sendersWithTrack: 0, userMediaCalls: 0 });
  await ada.call.press("Decline call");
  await grace.call.expectEnded("Ada Byron declined the call.");
});
