import { join } from "node:path";
import { befriend, type PersonOptions } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { inspectScreen, takePicture } from "../fixtures/screenPictures";
import { openSharedDocument } from "../fixtures/sharedTab";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

test.setTimeout(300_000);

const WINDOW = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };

/** Somebody whose camera shows a drawn person. */
function withPortrait(portrait: 0 | 1): PersonOptions {
  const path = join(import.meta.dirname, "../fixtures/portraitCamera.js");
  return { scripts: [{ content: `window.portrait = ${portrait};` }, { path }] };
}

test("logged out: log in, sign up, sign up with faults", async ({ newPerson }) => {
  const { page, welcome } = await newPerson("Ada Byron", { signedOut: true });
  await inspectScreen(page, "log-in");
  await welcome.openSignUp();
  await inspectScreen(page, "sign-up");
  await welcome.createAccountButton.click();
  await inspectScreen(page, "sign-up-faults");
});

test("people: nobody yet, a request, a conversation, settings, account", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron", withPortrait(0));
  const grace = await newPerson("Grace Hopper", withPortrait(1));
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
  await ada.page.keyboard.press("Escape");
  await ada.people.openAccount();
  await expect(ada.account.section("You").getByText(ada.email)).toBeVisible();
  await inspectScreen(ada.page, "account");
});

test("a call: outgoing, incoming, in call, sharing on both sides, ended", async ({ pair, newPerson, server }) => {
  const [ada, grace] = await pair({ first: withPortrait(0), second: withPortrait(1) });
  await openSharedDocument(ada.context);
  await ada.people.call(grace.name, "video");
  await ada.call.expectRinging();
  await inspectScreen(ada.page, "outgoing");
  await inspectScreen(grace.page, "incoming");
  await grace.call.press("Accept with video");
  await ada.call.expectConnected();
  await seeFrames(ada.page, streamSelector("remoteCamera"), 10);
  await inspectScreen(ada.page, "in-call");
  await takePicture(ada.page, "call", WINDOW);
  await takePicture(ada.page, "phone", PHONE);
  await ada.call.press("Share a window");
  await expect(grace.call.stream("remoteShare")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteShare"), 3);
  await inspectScreen(ada.page, "sharing");
  await inspectScreen(grace.page, "watching");
  await takePicture(grace.page, "sharing", WINDOW);
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
  await inspectScreen(grace.page, "ended");
  await grace.call.close();

  for (const name of ["Alan Turing", "Katherine Johnson"]) await befriend(server, await newPerson(name), grace);
  await grace.people.expectPresence("Katherine Johnson", "Online");
  await grace.people.select(ada.name);
  await expect(grace.people.notices).toHaveCount(0);
  await takePicture(grace.page, "people", WINDOW);
});
