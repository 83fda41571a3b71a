import { readFileSync } from "node:fs";
import { codeAt } from "../../apps/signal-server/src/testing/authenticator";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { CredentialsPage } from "../pages/credentialsPage";

const STEP_MS = 30_000;

/** The code of the time step `off` from now, at a moment when the server will be in the same step. */
async function codeNow(secret: string, off: -1 | 0 = 0): Promise<string> {
  const left = STEP_MS - (Date.now() % STEP_MS);
  if (left < 4_000) await new Promise((resolve) => setTimeout(resolve, left));
  return codeAt(secret, Date.now() + off * STEP_MS);
}

test("two-step log-in: set up, log in by code and by recovery code, replay refused, turned off", async ({
  newPerson,
}) => {
  test.setTimeout(180_000);
  const { page, welcome, people, account, ...ada } = await newPerson("Ada Byron");
  const { twoFactor } = account;
  const section = account.section("Two-step log-in");

  await people.openAccount();
  await expect(section.getByText("Off.")).toBeVisible();
  await twoFactor.press("Set up");
  await twoFactor.enter(twoFactor.password, "not the password");
  await expect(twoFactor.password).toHaveAccessibleDescription(/not your password/);
  await expect(twoFactor.password).toBeFocused();
  await inspectScreen(page, "two-step-password");
  await twoFactor.enter(twoFactor.password, ada.password);
  await expect(twoFactor.picture).toBeVisible();
  await expect(twoFactor.code).toHaveAttribute("autocomplete", "one-time-code");
  await expect(twoFactor.code).toHaveAttribute("inputmode", "numeric");
  await inspectScreen(page, "two-step-scan");
  const secret = await twoFactor.secret();
  await twoFactor.enter(twoFactor.code, "12");
  await expect(twoFactor.code).toHaveAccessibleDescription(/Enter the six digits/);
  await twoFactor.enter(twoFactor.code, await codeNow(secret, -1));
  const recoveryCodes = await twoFactor.recoveryCodes();
  await inspectScreen(page, "two-step-recovery-codes");
  const file = readFileSync(await (await twoFactor.download()).path(), "utf8");
  for (const code of recoveryCodes) expect(file).toContain(code);
  await page.keyboard.press("Escape");
  await expect(twoFactor.codesDialog).toBeVisible();
  await twoFactor.keepCodes();
  await expect(section.getByText("10 recovery codes are left")).toBeVisible();
  await inspectScreen(page, "two-step-on");
  await page.keyboard.press("Escape");

  await people.logOut();
  await welcome.logIn(ada.username, ada.password);
  await expect(welcome.code).toBeFocused();
  await inspectScreen(page, "log-in-code");
  await page.reload();
  await welcome.shown();
  await welcome.logIn(ada.username, ada.password);
  const code = await codeNow(secret);
  await welcome.giveCode(code);
  await people.shown();

  await people.logOut();
  await welcome.logIn(ada.username, ada.password);
  await welcome.giveCode(code);
  await expect(welcome.code).toHaveAccessibleDescription(/used already/);
  await inspectScreen(page, "log-in-code-refused");
  await welcome.chooseRecoveryCode();
  await inspectScreen(page, "log-in-recovery-code");
  await welcome.giveCode(recoveryCodes[0] ?? "");
  await people.shown();

  await people.openAccount();
  await expect(section.getByText("9 recovery codes are left")).toBeVisible();
  await expect(account.section("Recent security activity").getByText("Recovery code used")).toBeVisible();
  await twoFactor.press("Turn off");
  await twoFactor.password.fill(ada.password);
  await twoFactor.enter(twoFactor.code, recoveryCodes[0] ?? "");
  await expect(twoFactor.code).toHaveAccessibleDescription(/used already/);
  await inspectScreen(page, "two-step-turn-off");
  await twoFactor.enter(twoFactor.code, recoveryCodes[1] ?? "");
  await expect(section.getByText("Off.")).toBeVisible();
  await page.keyboard.press("Escape");
  await people.logOut();
  await welcome.logIn(ada.username, ada.password);
  await people.shown();
});

test("recovery codes are printed: alone on the paper, black on white, with the name they are for", async ({
  newPerson,
}) => {
  const { page, people, account, ...ada } = await newPerson("Ada Byron", { context: { colorScheme: "dark" } });
  const { twoFactor } = account;
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await people.openAccount();
  const { recoveryCodes } = await twoFactor.turnOn(ada.password, (secret) => codeNow(secret));
  await twoFactor.print();
  await expect(page.locator("body")).toHaveAttribute("data-printed", "yes");

  await page.emulateMedia({ media: "print" });
  const onPaper = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const seen: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim();
      if (text && node.parentElement?.checkVisibility({ visibilityProperty: true })) seen.push(text);
    }
    return seen;
  });
  expect(onPaper).toEqual([`Sightline recovery codes of ${ada.username}. Each works once.`, ...recoveryCodes]);
  for (const code of recoveryCodes) await expect(page.getByText(code)).toHaveCSS("color", "rgb(0, 0, 0)");
  const pdf = await page.pdf();
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

test("with two-step log-in, another address or password and leaving for good ask for a code", async ({ newPerson }) => {
  test.setTimeout(180_000);
  const { page, welcome, people, account, ...ada } = await newPerson("Ada Byron");
  const { twoFactor } = account;
  const credentials = new CredentialsPage(page);
  await people.openAccount();
  const { recoveryCodes } = await twoFactor.turnOn(ada.password, (secret) => codeNow(secret));
  await twoFactor.keepCodes();
  await expect(account.section("Two-step log-in").getByText("10 recovery codes are left")).toBeVisible();

  await credentials.press("Change e-mail");
  await credentials.enter({ "New e-mail address": "ada@example.com", "Current password": ada.password });
  await credentials.press("Send code");
  await credentials.expectFault("Code", /Enter a code/);
  await expect(credentials.field("Code")).toBeFocused();
  await inspectScreen(page, "account-change-email-code");
  await credentials.enter({ Code: "000000" });
  await credentials.press("Send code");
  await credentials.expectFault("Code", /not right, or was used/);
  await credentials.enter({ Code: recoveryCodes[0] ?? "" });
  await credentials.press("Send code");
  await expect(credentials.said("A mail is on its way to ada@example.com.")).toBeVisible();
  await credentials.press("Cancel");

  const chosen = "wooden spoon under water";
  await credentials.press("Change password");
  await credentials.enter({ "Current password": ada.password, "New password": chosen, "Repeat new password": chosen });
  await credentials.enter({ Code: recoveryCodes[0] ?? "" });
  await credentials.press("Change password");
  await credentials.expectFault("Code", /not right, or was used/);
  await inspectScreen(page, "account-change-password-code");
  await credentials.enter({ Code: recoveryCodes[1] ?? "" });
  await credentials.press("Change password");
  await expect(credentials.said("Your password is changed.")).toBeVisible();
  const activity = account.section("Recent security activity");
  await expect(activity.getByText("Password changed")).toBeVisible();

  await account.deleteButton.click();
  await expect(account.deleteDialog.getByLabel("Your password")).toBeFocused();
  await account.confirmDeletion(chosen);
  await expect(account.deleteDialog.getByText("Enter a code.")).toBeVisible();
  await inspectScreen(page, "account-delete-code");
  await account.deleteDialog.getByLabel("Code", { exact: true }).fill(recoveryCodes[2] ?? "");
  await account.confirmDeletion(chosen);
  await welcome.shown();
});
