import { newAccount } from "../fixtures/account";
import { rawMails, readMail } from "../fixtures/mailFolder";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

const NEW = "wooden spoon under water";
const RESET = "Choose a new password";

test("R27: a forgotten password is set anew by the mailed code; every device is logged out and the owner is told", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const { page, welcome, recovery, people } = await newPerson("Ada elsewhere", { signedOut: true });
  await recovery.open();
  await expect(recovery.email).toHaveAttribute("autocomplete", "email");
  await recovery.email.fill("ada");
  await recovery.press("Send mail");
  await recovery.expectFault(recovery.email, /Enter an e-mail address/);
  await expect(recovery.email).toBeFocused();
  await inspectScreen(page, "forgotten-ask");
  await recovery.ask(ada.email);
  const { code } = await readMail(server, ada.email, RESET);

  await expect(recovery.code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(recovery.password).toHaveAttribute("autocomplete", "new-password");
  await recovery.code.fill("not it");
  await recovery.choose(NEW, "something else");
  await recovery.expectFault(recovery.code, /Enter the six letters and digits/);
  await recovery.expectFault(recovery.repeat, /differ/);
  await recovery.code.fill("222222");
  await recovery.choose(NEW);
  await recovery.expectFault(recovery.code, /This code does not work/);
  await inspectScreen(page, "forgotten-code");
  await recovery.code.fill(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase());
  await recovery.choose(ada.email);
  await recovery.expectFault(recovery.password, /name or address/);
  await recovery.choose(NEW);
  await recovery.expectDone();
  await inspectScreen(page, "forgotten-done");

  await expect(ada.welcome.endedHere).toBeVisible();
  await expect(welcome.field("Username or e-mail")).toHaveValue(ada.email);
  await welcome.logIn(ada.email, ada.password);
  await expect(welcome.alert.filter({ hasText: /do not match/ })).toBeVisible();
  await welcome.logIn(ada.email, NEW);
  await people.shown();
  await readMail(server, ada.email, "Your password was changed");
});

test("R27 F17: the mailed link works once, also where somebody is logged in, and its secret leaves the address", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const { recovery, welcome, people, page } = ada;
  await people.logOut();
  await recovery.open();
  await recovery.ask(ada.email);
  const old = await readMail(server, ada.email, RESET);
  await recovery.press("Send another mail");
  await expect(recovery.said(/Another mail is on its way/)).toBeVisible();
  const { link, html } = await readMail(server, ada.email, RESET, 2);
  expect(html).toContain(`href="${link}"`);

  // A void link says so and leads to another mail.
  await page.goto(old.link);
  await recovery.choose(NEW);
  await expect(recovery.alert.filter({ hasText: /This link does not work any more/ })).toBeVisible();
  await inspectScreen(page, "forgotten-link-void");
  await recovery.press("Ask for a new mail");
  await expect(recovery.email).toBeVisible();

  await page.goto(server.origin);
  await welcome.logIn(ada.email, ada.password);
  await people.shown();
  await page.goto(link);
  await expect(recovery.password).toBeVisible();
  expect(new URL(page.url()).hash).toBe("");
  expect(
    await page.evaluate(() => JSON.stringify([history.state, { ...localStorage, ...sessionStorage }])),
  ).not.toContain(link.split("/").at(-1));
  await recovery.choose(NEW);
  await recovery.expectDone();
  await page.reload();
  await welcome.logIn(ada.username, NEW);
  await people.shown();
});

test("R21: an address without an account gets the same words, and no mail", async ({ newPerson, server }) => {
  const ada = await newPerson("Ada Byron");
  const { recovery } = await newPerson("Nobody", { signedOut: true });
  await recovery.open();
  const nobody = newAccount("nobody").email;
  await recovery.ask(nobody);
  await recovery.code.fill("222222");
  await recovery.choose(NEW);
  await recovery.expectFault(recovery.code, /This code does not work/);
  // Mails go out in order: had there been one to nobody, it would be there before this one.
  const other = await newPerson("Grace Hopper", { signedOut: true });
  await other.recovery.open();
  await other.recovery.ask(ada.email);
  await readMail(server, ada.email, RESET);
  expect(rawMails(server).join()).not.toContain(nobody);
});
