import { befriend } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { inspectScreen, updatePicture } from "../fixtures/screenPictures";
import { openSharedTab } from "../fixtures/sharedTab";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

test.setTimeout(240_000);

test("logged out: log in, sign up, sign up with faults", async ({ newPerson }) => {
  const { page, welcome } = await newPerson("Ada Byron", { signedOut: true });
  await inspectScreen(page, "log-in");
  await welcome.openSignUp();
  await inspectScreen(page, "sign-up");
  await welcome.createAccountButton.click();
  await inspectScreen(page, "sign-up-faults");
});

test("people: nobody yet, a request, a conversation, settings", async ({ newPerson, server }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await inspectScreen(ada.page, "people-empty");
  await ada.people.find(grace.username);
  await ada.people.sendRequestButton.click();
  await expect(grace.people.acceptButton).toBeVisible();
  await inspectScreen(grace.page, "people-request");
  await grace.people.acceptButton.click();
  await ada.people.select(grace.name);
  await inspectScreen(ada.page, "people-conversation");
  await ada.people.openSettings();
  await ada.settings.shown();
  await inspectScreen(ada.page, "settings");
  await ada.settings.close();
  const alan = await newPerson("Alan Turing");
  await befriend(server, alan, ada);
  await updatePicture(ada.page, "people");
});

test("a call: outgoing, incoming, in call, sharing on both sides, ended", async ({ pair }) => {
  const [ada, grace] = await pair();
  await openSharedTab(ada.context);
  await ada.people.call(grace.name, "video");
  await ada.call.expectRinging();
  await inspectScreen(ada.page, "outgoing");
  await inspectScreen(grace.page, "incoming");
  await grace.call.press("Accept with video");
  await ada.call.expectConnected();
  await seeFrames(ada.page, streamSelector("remoteCamera"), 10);
  await inspectScreen(ada.page, "in-call");
  await updatePicture(ada.page, "call");
  await ada.call.press("Share a window");
  await expect(grace.call.stream("remoteShare")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteShare"), 10);
  await inspectScreen(ada.page, "sharing");
  await inspectScreen(grace.page, "watching");
  await updatePicture(grace.page, "sharing");
  await grace.page.setViewportSize({ width: 360, height: 780 });
  await updatePicture(grace.page, "phone");
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
  await inspectScreen(grace.page, "ended");
});
