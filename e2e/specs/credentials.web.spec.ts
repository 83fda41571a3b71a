import { newAccount } from "../fixtures/account";
import { readMail } from "../fixtures/mailFolder";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { CredentialsPage } from "../pages/credentialsPage";

const NEW = "wooden spoon under water";

test("R30: the password is changed by who knows it; other devices are logged out, this one goes on", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const other = await newPerson("Ada elsewhere", { signedOut: true });
  await other.welcome.logIn(ada.username, ada.password);
  await other.people.shown();
  const credentials = new CredentialsPage(ada.page);
  await ada.people.openAccount();
  await credentials.press("Change password");
  await expect(credentials.field("Current password")).toBeFocused();
  await expect(credentials.field("Current password")).toHaveAttribute("autocomplete", "current-password");
  await expect(credentials.field("New password")).toHaveAttribute("autocomplete", "new-password");
  await credentials.enter({ "Current password": "a wrong one", "New password": NEW, "Repeat new password": NEW });
  await credentials.press("Change password");
  await credentials.expectFault("Current password", /not your current password/);
  await expect(credentials.field("Current password")).toBeFocused();
  await inspectScreen(ada.page, "account-change-password");
  await credentials.enter({ "Current password": ada.password });
  await credentials.press("Change password");
  await expect(credentials.said("Your password is changed.")).toBeVisible();
  await expect(credentials.button("Change e-mail")).toBeFocused();
  await expect(other.welcome.endedHere).toBeVisible();
  await ada.page.reload();
  await ada.people.shown();
  await other.welcome.logIn(ada.username, NEW);
  await other.people.shown();
  await readMail(server, ada.email, "Your password was changed");
});

test("R30: the e-mail address is changed by the code or the link of a mail to the new one, and the old one is told", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const [first, second] = [newAccount("ada").email, newAccount("ada").email];
  const credentials = new CredentialsPage(ada.page);
  const ask = async (email: string) => {
    await credentials.press("Change e-mail");
    await credentials.enter({ "New e-mail address": email, "Current password": ada.password });
    await credentials.press("Send code");
    await expect(credentials.said(`A mail is on its way to ${email}.`)).toBeVisible();
    return readMail(server, email, "Confirm your e-mail address");
  };
  await ada.people.openAccount();
  await credentials.press("Change e-mail");
  await expect(credentials.field("New e-mail address")).toHaveAttribute("autocomplete", "email");
  await credentials.enter({ "New e-mail address": ada.email, "Current password": "a wrong one" });
  await credentials.press("Send code");
  await credentials.expectFault("New e-mail address", /the address you have/);
  await inspectScreen(ada.page, "account-change-email");
  await credentials.enter({ "New e-mail address": first });
  await credentials.press("Send code");
  await credentials.expectFault("Current password", /not your current password/);
  await credentials.press("Cancel");

  const { code } = await ask(first);
  await credentials.enter({ "Code from the mail": "222222" });
  await credentials.press("Confirm address");
  await credentials.expectFault("Code from the mail", /This code does not work/);
  await credentials.enter({ "Code from the mail": code });
  await credentials.press("Confirm address");
  await expect(credentials.said(`Your e-mail address is ${first} now.`)).toBeVisible();
  await expect(ada.account.section("You").getByText(first)).toBeVisible();
  await readMail(server, ada.email, "Your e-mail address was changed");

  const { link } = await ask(second);
  await ada.page.goto(link);
  await expect(credentials.heading("Confirm your e-mail address")).toBeFocused();
  await inspectScreen(ada.page, "email-link");
  await credentials.press("Confirm address");
  await expect(credentials.heading("Your e-mail address is confirmed.")).toBeFocused();
  await credentials.press("Go on");
  await ada.people.openAccount();
  await expect(ada.account.section("You").getByText(second)).toBeVisible();
});
