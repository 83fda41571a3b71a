import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

test("R19 R28 my devices: listed, logged out one by one and all others at once; each is told in words", async ({
  newPerson,
}) => {
  const mine = await newPerson("Ada Byron");
  const elsewhere = async () => {
    const other = await newPerson("Ada Byron", { signedOut: true });
    await other.welcome.logIn(mine.username, mine.password);
    await other.people.shown();
    return other;
  };
  const { account } = mine;

  const first = await elsewhere();
  await mine.people.openAccount();
  await expect(account.devices).toHaveCount(2);
  await expect(account.devices.filter({ hasText: "This device" })).toHaveCount(1);
  await inspectScreen(mine.page, "account-devices");
  await account.logOutDevice.click();
  await expect(account.dialog.getByText(/^Chrome on \w+ is logged out\.$/)).toBeVisible();
  await expect(account.devices).toHaveCount(1);
  const activity = account.section("Recent security activity");
  await expect(activity.getByText("Logged out from another device")).toHaveCount(1);
  await expect(account.logOutOthers).toBeHidden();
  await expect(first.welcome.endedHere).toBeVisible();
  await inspectScreen(first.page, "logged-out-here");
  await first.welcome.logIn(mine.username, mine.password);
  await first.people.shown();
  await expect(first.welcome.endedHere).toBeHidden();

  const second = await elsewhere();
  await mine.page.keyboard.press("Escape");
  await mine.people.openAccount();
  await expect(account.devices).toHaveCount(3);
  await expect(activity.getByText("Logged out from another device")).toHaveCount(1);
  await account.logOutOthers.press("Enter");
  await expect(account.devices).toHaveCount(1);
  await expect(activity.getByText("Logged out from another device")).toHaveCount(3);
  for (const other of [first, second]) await expect(other.welcome.endedHere).toBeVisible();
});
