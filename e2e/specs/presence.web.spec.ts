import { befriend, secondDevice } from "../fixtures/person";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

const MINUTE_MS = 60_000;

test("do not disturb: contacts see it, a call does not ring and stands in both lists, and it is there after a reload", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.expectPresence(grace.name, "Online");
  await grace.people.beQuiet("For 1 hour");
  await grace.people.expectOwnPresence("Do not disturb");
  await ada.people.expectPresence(grace.name, "Do not disturb");
  await ada.people.select(grace.name);
  await expect(ada.people.notice(`${grace.name} does not want to be disturbed. A call does not ring`)).toBeVisible();
  await inspectScreen(ada.page, "people-do-not-disturb");

  await ada.people.callButton.click();
  await ada.call.expectEnded(`${grace.name} does not want to be disturbed.`);
  await expect(ada.call.text("Nothing rang. Your call stands in their list of missed calls.")).toBeVisible();
  await inspectScreen(ada.page, "ended-do-not-disturb");
  await ada.call.close();
  await expect(ada.people.historyRow("Did not want to be disturbed")).toHaveCount(1);
  await grace.people.select(ada.name);
  await expect(grace.people.historyRow("Missed")).toHaveCount(1);

  await grace.page.reload();
  await grace.people.expectOwnPresence("Do not disturb");
  await grace.people.openAccountMenu();
  await expect(grace.people.quietMenu.getByText(/^On until .+ Calls do not ring/)).toBeVisible();
  await inspectScreen(grace.page, "do-not-disturb-on");
  await grace.people.quietMenu.getByRole("button", { name: "Turn off" }).click();
  await grace.people.expectOwnPresence("Online");
  await ada.people.expectPresence(grace.name, "Online");
  await ada.people.callButton.click();
  await grace.call.expectIncoming(ada.name);
});

test("do not disturb is set by keyboard, on all devices of a person, and offers three ways to end", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const second = await secondDevice(grace);
  await grace.people.openAccountMenu();
  await inspectScreen(grace.page, "account-menu");
  const choices = grace.people.quietMenu.getByRole("button");
  await expect(choices).toHaveText(["For 1 hour", /Until tomorrow, .*8/, "Until I turn it off"]);
  await choices.last().focus();
  await grace.page.keyboard.press("Enter");
  await grace.people.expectOwnPresence("Do not disturb");
  await second.people.expectOwnPresence("Do not disturb");
  await ada.people.expectPresence(grace.name, "Do not disturb");
  await second.people.openAccountMenu();
  await expect(second.people.quietMenu.getByText("On. Calls do not ring and are listed as missed.")).toBeVisible();
  await second.people.quietMenu.getByRole("button", { name: "Turn off" }).click();
  await grace.people.expectOwnPresence("Online");
});

test("away: after five minutes without input, and online at once with the first one", async ({ pair }) => {
  const [ada, grace] = await pair();
  await grace.page.clock.install();
  await grace.page.reload();
  await grace.people.shown();
  await ada.people.expectPresence(grace.name, "Online");
  // That it takes no less than five is `idleWatch.test`'s to prove: a word that is never said cannot be waited for.
  await grace.page.clock.fastForward(6 * MINUTE_MS);
  await ada.people.expectPresence(grace.name, "Away");
  await ada.people.select(grace.name);
  await expect(ada.people.notice(`${grace.name} is at none of their devices.`)).toBeVisible();
  await inspectScreen(ada.page, "people-away");
  await grace.page.mouse.move(20, 20);
  await ada.people.expectPresence(grace.name, "Online");
});

test("without a server for a while nothing is said of contacts, which could be wrong by now", async ({
  serverWith,
  newPerson,
}) => {
  const server = await serverWith({});
  const [ada, grace] = [await newPerson("Ada Byron", { server }), await newPerson("Grace Hopper", { server })];
  await befriend(server, ada, grace);
  await ada.people.expectPresence(grace.name, "Online");
  await server.kill();
  await ada.people.expectOwnPresence("Offline");
  await expect(ada.people.row(grace.name).getByText(`@${grace.username}`)).toBeVisible({ timeout: 20_000 });
  await server.start();
  await ada.people.expectPresence(grace.name, "Online");
});
