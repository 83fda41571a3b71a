import { rawMails, readMail } from "../fixtures/mailFolder";
import { leaksIn } from "../fixtures/secretWatch";
import { expect, test } from "../fixtures/test";

test("R14 R44: after a whole call the server's log holds no description, address, token, password or e-mail", async ({
  pair,
  server,
}) => {
  const [ada, grace] = await pair();
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept with video");
  await ada.call.expectConnected();
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
  await ada.call.close();
  await ada.people.logOut();
  await ada.welcome.logIn(ada.email, "a wrong password");
  await expect(ada.welcome.alert.first()).toBeVisible();

  const log = server.log();
  expect(log.length, "the server logs something at all").toBeGreaterThan(0);
  expect(server.secrets.size, "passwords and cookies of both").toBeGreaterThanOrEqual(4);
  expect(leaksIn(log, rawMails(server), server.secrets)).toEqual([]);
});

test("R14 R44: what is mailed for a forgotten password is in the mail alone, and no password is in either", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const { people, recovery, welcome, context } = ada;
  const before = await context.cookies();
  const chosen = "wooden spoon under water";
  await people.logOut();
  await recovery.open();
  await recovery.ask(ada.email);
  const { code, link } = await readMail(server, ada.email, "Choose a new password");
  const token = link.split("/").at(-1) ?? "";
  await recovery.code.fill("222222");
  await recovery.choose(chosen);
  await recovery.expectFault(recovery.code, /This code does not work/);
  await recovery.code.fill(code);
  await recovery.choose(chosen);
  await recovery.expectDone();
  await welcome.logIn(ada.email, chosen);
  await people.shown();
  await readMail(server, ada.email, "Your password was changed");

  const [log, mails] = [server.log(), rawMails(server).join("\n")];
  for (const secret of [code, token]) {
    expect(secret.length).toBeGreaterThanOrEqual(6);
    expect(mails).toContain(secret);
    expect(log).not.toContain(secret);
  }
  const cookies = [...before, ...(await context.cookies())].map(({ value }) => value);
  expect(cookies.length).toBeGreaterThan(1);
  for (const secret of [chosen, ada.password, ...cookies]) {
    expect(log).not.toContain(secret);
    expect(mails).not.toContain(secret);
  }
  expect(log).toContain("passwordReset");
  for (const name of [ada.email, ada.username]) expect(log).not.toContain(name);
});
