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

test("finding tells what is wrong: nobody, oneself, a contact already, no username at all", async ({ pair }) => {
  const [{ people, username }, grace] = await pair();
  await people.find("nobody-has-this-name");
  await expect(people.notice("Nobody has this username. Check the spelling.")).toBeVisible();
  await people.find(username);
  await expect(people.notice("That is you.")).toBeVisible();
  await people.find("a b");
  await expect(people.notice(/Usernames have 3 to 30 letters/)).toBeVisible();
  await people.find(grace.username);
  await expect(people.sendRequestButton).toHaveCount(0);
});
