import { newAccount } from "../fixtures/account";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

test.describe("signing up", () => {
  test("tells each wrong input at its field and sends nothing", async ({ newPerson }) => {
    const { page, welcome } = await newPerson("Ada Byron", { signedOut: true });
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/api/accounts")) sent.push(request.url());
    });
    await welcome.openSignUp();
    await welcome.signUp({ name: " ", username: "a", email: "nobody", password: "short", repeat: "other" });
    await welcome.expectFault("Name", /Enter a name/);
    await welcome.expectFault("Username", /Use 3 to 30 letters/);
    await welcome.expectFault("E-mail", /Enter an e-mail address/);
    await welcome.expectFault("Password", /Use at least 12 characters/);
    await welcome.expectFault("Repeat password", /The two passwords differ/);
    await expect(welcome.field("Name")).toBeFocused();
    expect(sent).toEqual([]);
  });

  test("refuses a password over 72 bytes at its field, never shortening it", async ({ newPerson }) => {
    const { welcome, ...account } = await newPerson("Ada Byron", { signedOut: true });
    await welcome.openSignUp();
    await welcome.signUp({ ...account, password: "é".repeat(37) });
    await welcome.expectFault("Password", /too long/);
  });

  test("R20 says while it is typed how good a password is, to eyes and ears, and refuses what is soon guessed", async ({
    newPerson,
  }) => {
    const { welcome, page, people, ...account } = await newPerson("Ada Byron", { signedOut: true });
    await welcome.openSignUp();
    await welcome.type("Password", "sky");
    await welcome.expectPasswordVerdict(/Too short: 9 more characters/);
    for (const [password, verdict] of [
      ["password1234", /Easy to guess\. Add another word/],
      ["Sightline-2026", /Easy to guess from your name/],
      ["correct horse battery", /Strong password/],
    ] as const) {
      await welcome.type("Password", password);
      await welcome.expectPasswordVerdict(verdict);
    }
    await inspectScreen(page, "sign-up-strong");
    await welcome.signUp({ ...account, password: "AdaByronAda1" });
    await welcome.expectFault("Password", /easy to guess from your name/);
    await inspectScreen(page, "sign-up-weak");
    // Somebody with a password manager pastes.
    await welcome.paste("Password", account.password);
    await welcome.paste("Repeat password", account.password);
    await welcome.createAccountButton.click();
    await people.shown();
  });

  test("tells a taken username and a taken e-mail address at their fields", async ({ newPerson }) => {
    const there = await newPerson("Grace Hopper");
    const { welcome, people, ...fresh } = await newPerson("Ada Byron", { signedOut: true });
    await welcome.openSignUp();
    await welcome.signUp({ ...fresh, username: there.username.toUpperCase() });
    await welcome.expectFault("Username", /taken/);
    await welcome.signUp({ ...fresh, email: there.email });
    await welcome.expectFault("E-mail", /already has an account/);
    await welcome.signUp(fresh);
    await people.shown();
    await expect(people.emptyList).toBeVisible();
  });
});

test.describe("logging in and out", () => {
  test("works by username and by e-mail address, in any case", async ({ newPerson }) => {
    const { welcome, people, username, email, password } = await newPerson("Ada Byron");
    await people.logOut();
    await welcome.shown();
    await welcome.logIn(username.toUpperCase(), password);
    await people.shown();
    await people.logOut();
    await welcome.logIn(email, password);
    await people.shown();
  });

  test("says the same for a wrong password as for a wrong name", async ({ newPerson }) => {
    const { welcome, people, username } = await newPerson("Ada Byron");
    await people.logOut();
    const words = /name and password do not match/;
    await welcome.logIn(username, "not the right one");
    await expect(welcome.alert.filter({ hasText: words })).toBeVisible();
    await welcome.logIn(newAccount("nobody").username, "not the right one");
    await expect(welcome.alert.filter({ hasText: words })).toBeVisible();
  });

  test("asks for what is missing at the field", async ({ newPerson }) => {
    const { welcome } = await newPerson("Ada Byron", { signedOut: true });
    await welcome.logIn("", "");
    await welcome.expectFault("Username or e-mail", /Enter your username or e-mail/);
    await welcome.expectFault("Password", /Enter your password/);
  });

  test("ends the session: a reload stays logged out", async ({ newPerson }) => {
    const { page, welcome, people } = await newPerson("Ada Byron");
    await people.logOut();
    await welcome.shown();
    await page.reload();
    await welcome.shown();
  });
});

test.describe("the session", () => {
  test("survives a reload, in a cookie no script can read", async ({ newPerson }) => {
    const { page, people, context } = await newPerson("Ada Byron");
    await page.reload();
    await people.shown();
    const cookies = await context.cookies();
    expect(cookies.length).toBeGreaterThan(0);
    expect(cookies.every((cookie) => cookie.httpOnly && cookie.sameSite !== "None")).toBe(true);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      cookies[0]?.value,
    );
  });

  test("survives a restart of the server; the page comes back online by itself", async ({ newPerson, serverWith }) => {
    const server = await serverWith({});
    const { page, people } = await newPerson("Ada Byron", { server });
    await server.stop();
    await expect(people.connectionLost).toBeVisible();
    await server.start();
    await expect(people.connectionLost).toBeHidden({ timeout: 30_000 });
    await page.reload();
    await people.shown();
  });
});
