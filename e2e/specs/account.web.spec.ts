import { readFileSync } from "node:fs";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

test("R31 takes the data along as a file, then leaves for good: the call ends, the contact is gone, nobody logs in", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.openAccount();
  const download = ada.page.waitForEvent("download");
  await ada.account.exportButton.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^sightline-${ada.username}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
  const data = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(data).toMatchObject({ profile: { email: ada.email }, contacts: [{ user: { name: "Grace Hopper" } }] });
  await ada.account.close();

  await ada.people.call("Grace Hopper", "audio");
  await grace.call.expectIncoming("Ada Byron");
  await grace.call.press("Accept call");
  await grace.call.expectConnected();
  const tab = ada.at(await ada.context.newPage());
  await tab.page.goto(ada.page.url());
  await tab.people.openAccount();
  await tab.account.deleteButton.click();
  await inspectScreen(tab.page, "account-delete");
  await tab.account.confirmDeletion("not my password");
  await expect(tab.account.deleteDialog.getByText("This is not your password.")).toBeVisible();
  await tab.account.confirmDeletion(ada.password);
  await tab.welcome.shown();
  await ada.welcome.shown();
  await grace.call.expectEnded(/Ada Byron/);
  await grace.call.close();
  await expect(grace.people.row("Ada Byron")).toHaveCount(0);
  await tab.welcome.logIn(ada.email, ada.password);
  await expect(tab.welcome.alert).toContainText("This name and password do not match.");
});
