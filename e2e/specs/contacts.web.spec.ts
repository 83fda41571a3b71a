import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

test("find by username, request, accept: both see one another's presence live", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");

  await ada.people.find(grace.username);
  await ada.people.sendRequestButton.click();
  await expect(grace.people.row("Ada Byron").getByText("wants to add you")).toBeVisible();
  await expect(ada.people.row("Grace Hopper").getByText("Waiting for an answer")).toBeVisible();

  await grace.people.acceptButton.click();
  await ada.people.expectPresence("Grace Hopper", "Online");
  await grace.people.expectPresence("Ada Byron", "Online");

  await grace.context.close();
  await ada.people.expectPresence("Grace Hopper", "Offline");
});

test("a request that is declined disappears on both sides", async ({ newPerson }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await ada.people.find(grace.username);
  await ada.people.sendRequestButton.click();
  await grace.people.decline("Ada Byron");
  await expect(grace.people.row("Ada Byron")).toHaveCount(0);
  await expect(ada.people.row("Grace Hopper")).toHaveCount(0);
});

test("finding tells what is there: nobody, oneself, a contact already, no username at all", async ({ pair }) => {
  const [{ people, username }, grace] = await pair();
  await people.find("nobody-has-this-name");
  await expect(people.findSaid).toContainText("Nobody found. Enter a whole username");
  await people.find(username);
  await expect(people.notice("That is you.")).toBeVisible();
  await people.find("a b");
  await expect(people.findSaid).toContainText("Nobody found.");
  await people.find(grace.username);
  await expect(people.sendRequestButton).toHaveCount(0);
});

test("R12 a blocked person sees somebody who is offline and cannot call them; unblocked, all is as before", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.expectPresence("Grace Hopper", "Online");
  await grace.people.select("Ada Byron");
  await ada.people.select("Grace Hopper");
  await ada.people.block();
  await expect(ada.people.row("Grace Hopper")).toHaveCount(0);
  await grace.people.expectPresence("Ada Byron", "Offline");
  await grace.people.callButton.click();
  await grace.call.expectEnded("Ada Byron cannot be reached right now.");
  await grace.call.close();

  await ada.people.openAccount();
  await expect(ada.account.blocked("Grace Hopper")).toBeVisible();
  await inspectScreen(ada.page, "account-blocked");
  await ada.account.blocked("Grace Hopper").getByRole("button", { name: "Unblock" }).click();
  await expect(ada.account.section("Blocked people").getByText("You have not blocked anybody.")).toBeVisible();
  await ada.account.close();
  await ada.people.expectPresence("Grace Hopper", "Online");
  await grace.people.expectPresence("Ada Byron", "Online");
  await grace.people.callButton.click();
  await ada.call.expectIncoming("Grace Hopper");
});

test("R8 R12 who lets anyone call is called by a stranger, who is marked, and whose call connects", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ env: { STRANGER_CALLS: "on" } });
  const ada = await newPerson("Ada Byron", { server });
  const grace = await newPerson("Grace Hopper", { server });
  await ada.people.find(grace.username);
  await ada.people.callButton.click();
  await ada.call.expectEnded("Grace Hopper cannot be reached right now.");
  await ada.call.close();

  await grace.people.openAccount();
  await grace.account.callableBy("Anyone here").check();
  await expect(grace.account.section("Who can reach you").getByText(/Their calls are marked/)).toBeVisible();
  await inspectScreen(grace.page, "account-reachable");
  await grace.account.close();
  await ada.people.find(grace.username);
  await ada.people.callButton.click();
  await grace.call.expectIncoming("Ada Byron");
  await expect(grace.call.text(/Not one of your contacts/)).toBeVisible();
  await grace.call.press("Accept call");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  await ada.call.press("Hang up");
  await expect(grace.people.blockButton).toBeVisible();
});
