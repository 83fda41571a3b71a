import { readMail } from "../fixtures/mailFolder";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { CredentialsPage } from "../pages/credentialsPage";

const SUBJECT = "Confirm your new account";

test("a sign-up that must be confirmed: by the code, also later from the log-in, and by the link", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ env: { SIGN_UP_CONFIRMATION: "required" } });
  const ada = await newPerson("Ada Byron", { server, signedOut: true });
  const { welcome, recovery, people, page } = ada;
  const waiting = ada.recovery.said("A mail is on its way to the address of your account.");
  await welcome.openSignUp();
  await welcome.signUp(ada);
  await expect(waiting).toBeVisible();
  await expect(recovery.code).toHaveAttribute("autocomplete", "one-time-code");
  await inspectScreen(page, "sign-up-confirm");
  await page.reload();
  await welcome.logIn(ada.username, ada.password);
  await expect(waiting).toBeVisible();
  await recovery.press("Send another mail");
  await expect(recovery.said("Another mail is on its way.")).toBeVisible();
  const { code } = await readMail(server, ada.email, SUBJECT, 2);
  await recovery.code.fill("222222");
  await recovery.press("Confirm account");
  await recovery.expectFault(recovery.code, /This code does not work/);
  await recovery.code.fill(code);
  await recovery.press("Confirm account");
  await expect(recovery.said("Your account is confirmed. Log in to begin.")).toBeVisible();
  await welcome.logIn(ada.username, ada.password);
  await people.shown();

  const grace = await newPerson("Grace Hopper", { server, signedOut: true });
  await grace.welcome.openSignUp();
  await grace.welcome.signUp(grace);
  await grace.page.goto((await readMail(server, grace.email, SUBJECT)).link);
  const link = new CredentialsPage(grace.page);
  await expect(link.heading("Confirm your new account")).toBeFocused();
  await grace.recovery.press("Confirm account");
  await expect(link.heading("Your account is confirmed.")).toBeFocused();
  await link.press("Go on");
  await grace.welcome.logIn(grace.email, grace.password);
  await grace.people.shown();
});
