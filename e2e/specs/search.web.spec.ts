import { readMail } from "../fixtures/mailFolder";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { CredentialsPage } from "../pages/credentialsPage";

test("who wants it and proves their address is found by it, whole; until then nobody learns that it has an account", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  const { people } = ada;
  await expect(people.findField).toHaveAttribute("placeholder", "Username or e-mail");
  await people.find(grace.email);
  await expect(people.findSaid).toContainText("of somebody who lets themselves be found by it");
  await expect(people.findField).not.toHaveAttribute("aria-invalid", "true");
  await inspectScreen(ada.page, "search-nobody");

  const credentials = new CredentialsPage(grace.page);
  await grace.people.openAccount();
  await expect(grace.account.foundByEmail("Nobody")).toBeChecked();
  await grace.account.foundByEmail("Anyone here").check();
  await expect(grace.account.proveEmailButton).toBeVisible();
  await inspectScreen(grace.page, "account-found-by-email");
  await people.find(grace.email);
  await expect(people.findSaid).toContainText("Nobody found.");

  await grace.account.proveEmailButton.click();
  await credentials.press("Cancel");
  await expect(grace.account.proveEmailButton).toBeFocused();
  await grace.account.proveEmailButton.click();
  await expect(credentials.field("Current password")).toBeFocused();
  await credentials.enter({ "Current password": grace.password });
  await credentials.press("Send code");
  const { code } = await readMail(server, grace.email, "Confirm your e-mail address");
  await credentials.enter({ "Code from the mail": code });
  await credentials.press("Confirm address");
  await expect(credentials.said("Your e-mail address is confirmed.")).toBeVisible();
  await expect(grace.account.foundByEmail("Anyone here")).toBeFocused();
  await expect(grace.account.proveEmailButton).toHaveCount(0);

  await people.find(` ${grace.email.toUpperCase()}`);
  await expect(people.foundPerson).toContainText(`@${grace.username}`);
  await expect(people.foundPerson).not.toContainText(grace.email);
  await inspectScreen(ada.page, "search-found");
  await people.foundPerson.getByRole("button", { name: "Dismiss" }).click();
  await expect(people.findField).toBeFocused();
  await people.find(grace.email);
  await people.sendRequestButton.click();
  await grace.account.close();
  await expect(grace.people.row("Ada Byron").getByText("wants to add you")).toBeVisible();
});

test("R22 who has searched too often is told how long to wait", async ({ newPerson, serverWith }) => {
  const strict = await serverWith({ env: { RATE_LIMITS: "on" } });
  const { people, page } = await newPerson("Ada Byron", { server: strict });
  for (let times = 0; times < 30; times++) {
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/people/search"));
    await people.find(`somebody-${times}`);
    await answered;
    await expect(people.findSaid).toContainText("Nobody found.");
  }
  await people.find("one-too-many");
  await expect(people.findSaid).toHaveText(/^Too many attempts\. Try again in \d+ seconds\.$/);
  await expect(people.findField).toHaveAttribute("aria-invalid", "true");
  await inspectScreen(page, "search-limited");
});

test("an open directory finds by parts of names while one types, and the keyboard leads through it", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ env: { DIRECTORY: "open" } });
  const { people, page } = await newPerson("Ada Byron", { server });
  const grace = await newPerson("Grace Hopper", { server });
  for (const name of ["Graham Bell", "Grażyna Nowak", "Hedy Lamarr"]) await newPerson(name, { server });
  await expect(people.findField).toHaveAttribute("placeholder", "Name or e-mail");
  await people.findField.fill("GRA");
  await expect(people.findSaid).toHaveText("3 people found.");
  await expect(people.foundPeople).toHaveCount(3);
  await inspectScreen(page, "search-open");

  await people.findField.press("ArrowDown");
  await expect(people.foundPeople.first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(people.foundPeople.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(people.foundPeople.first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(people.findField).toBeFocused();

  await people.findField.press("ArrowDown");
  await expect(people.foundPeople.first()).toHaveAccessibleName(`Grace Hopper @${grace.username}`);
  await page.keyboard.press("Enter");
  await expect(people.sendRequestButton).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(grace.people.row("Ada Byron").getByText("wants to add you")).toBeVisible();
  await expect(people.findField).toBeFocused();
  await expect(people.findField).toHaveValue("");

  await people.findField.fill("lam hed");
  await expect(people.foundPerson).toContainText("Hedy Lamarr");
  await people.findField.fill("h");
  await expect(people.foundPerson).toHaveCount(0);
  await people.findField.fill("nobody at all");
  await expect(people.findSaid).toContainText("Enter how the words of a name or username begin");
  await inspectScreen(page, "search-open-nobody");
});
