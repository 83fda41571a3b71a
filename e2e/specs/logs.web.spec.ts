import { expect, test } from "../fixtures/test";

const SECRETS: readonly [what: string, pattern: RegExp][] = [
  ["a session description", /a=fingerprint|a=ice-pwd|v=0\\r\\n|m=audio/],
  ["a candidate", /candidate:\d+ \d/],
  ["a cookie or bearer token", /set-cookie|bearer [A-Za-z0-9_-]{16,}/i],
  ["a password", /correct horse/],
];

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
  const cookies = [...(await ada.context.cookies()), ...(await grace.context.cookies())];
  await ada.call.close();
  await ada.people.logOut();
  await ada.welcome.logIn(ada.email, "a wrong password");
  await expect(ada.welcome.alert.first()).toBeVisible();

  const log = server.log();
  expect(log.length, "the server logs something at all").toBeGreaterThan(0);
  for (const [what, pattern] of SECRETS) expect(log, `the log holds ${what}`).not.toMatch(pattern);
  for (const person of [ada, grace]) expect(log).not.toContain(person.email);
  for (const { value } of cookies) expect(log).not.toContain(value);
  const requests = log.split("\n").filter((line) => line.includes("/api/") || line.includes("call:"));
  for (const line of requests) expect(line, "an IP address").not.toMatch(/\b\d{1,3}(\.\d{1,3}){3}\b(?!:\d)/);
});
