import { readFileSync } from "node:fs";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { until } from "../fixtures/until";

test("invited: the operator's link makes the first account, whose link makes the next, and the two are contacts", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ env: { SIGN_UP: "invited", SIGN_UP_DOMAINS: "example.org" } });
  const file = await until("the place of the first invitation", () => /open the link in (\S+)/.exec(server.log())?.[1]);
  const ada = await newPerson("Ada Byron", { server, signedOut: true });
  await ada.page.goto(readFileSync(file, "utf8").trim());
  await expect(ada.page.getByText("You are invited.")).toBeVisible();
  expect(new URL(ada.page.url()).hash).toBe("");
  await ada.welcome.signUp(ada);
  await ada.people.shown();

  await ada.people.openAccount();
  const link = await ada.account.makeInvitation();
  expect(link).toContain(`${server.origin}/#invitation/`);
  await inspectScreen(ada.page, "invitations");
  await ada.page.keyboard.press("Escape");

  // Somebody who was sent the link but opened the page by themselves, as in the desktop app.
  const grace = await newPerson("Grace Hopper", { server, signedOut: true });
  await grace.welcome.openSignUp();
  await inspectScreen(grace.page, "sign-up-invited");
  await grace.welcome.signUp({ ...grace, email: "grace@elsewhere.example" });
  await grace.welcome.expectFault("Invitation", /whole link/);
  await grace.welcome.expectFault("E-mail", /Must end with @example\.org/);
  await grace.welcome.field("Invitation").fill(link);
  await grace.welcome.signUp(grace);
  await grace.people.shown();
  await grace.people.expectPresence(ada.name, "Online");
  await ada.people.expectPresence(grace.name, "Online");

  await ada.people.openAccount();
  await expect(ada.account.openInvitations).toHaveCount(0);
  await ada.account.makeInvitation();
  await expect(ada.account.openInvitations).toHaveCount(1);
  await ada.account.withdrawInvitation();
  await expect(ada.account.openInvitations).toHaveCount(0);

  const late = await newPerson("Late Comer", { server, signedOut: true });
  await late.welcome.openSignUp();
  await late.welcome.field("Invitation").fill(link);
  await late.welcome.signUp(late);
  await expect(late.welcome.alert.filter({ hasText: /was used, withdrawn or has run out/ })).toBeVisible();
});

test("closed: there is no way to sign up, and the page says why", async ({ newPerson, serverWith }) => {
  const server = await serverWith({ env: { SIGN_UP: "closed" } });
  const { page, welcome } = await newPerson("Ada Byron", { server, signedOut: true });
  await expect(page.getByText("This server takes no new accounts.")).toBeVisible();
  await expect(welcome.signUpButton).toHaveCount(0);
});
