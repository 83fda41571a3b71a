import type { Page } from "@playwright/test";
import { clockSkewScript } from "../fixtures/clockSkew";
import { befriend, type Person, type PersonOptions } from "../fixtures/person";
import { expect, test } from "../fixtures/test";
import { until } from "../fixtures/until";

const withTurn = {
  ICE_SERVERS: JSON.stringify([{ urls: ["turn:127.0.0.1:9?transport=udp"] }]),
  TURN_SECRET: "a secret that never leaves the server it is for",
  TURN_SECONDS: "12",
};

const skewed = (minutes: number): PersonOptions => ({
  signedOut: true,
  scripts: [{ content: clockSkewScript(minutes) }],
});

/** Makes the account and logs in again, all through the screens. */
async function signUpAndLogIn(person: Person): Promise<void> {
  const { welcome, people } = person;
  await welcome.openSignUp();
  await welcome.signUp(person);
  await people.shown();
  await people.logOut();
  await welcome.logIn(person.username, person.password);
  await people.shown();
}

/** The TURN user name of the page's newest connection; its head is when it expires, s since 1970 by the server's clock. */
function turnUser(page: Page): Promise<string> {
  return page.evaluate(() => {
    const servers = window.sightlineSpy.peers.at(-1)?.getConfiguration().iceServers ?? [];
    return servers.find(({ username }) => username)?.username ?? "";
  });
}

const secondsLeft = (user: string) => Number(user.split(":")[0]) - Date.now() / 1000;

for (const [adas, graces] of [
  [10, -10],
  [-10, 10],
] as const) {
  test(`F22: log-in, call and TURN credentials work while the caller's clock is ${adas} min off and the callee's ${graces}`, async ({
    newPerson,
    serverWith,
  }) => {
    const server = await serverWith({ env: withTurn });
    const ada = await newPerson("Ada Byron", { server, ...skewed(adas) });
    const grace = await newPerson("Grace Hopper", { server, ...skewed(graces) });
    for (const person of [ada, grace]) await signUpAndLogIn(person);
    await befriend(server, ada, grace);
    await expect
      .poll(() => ada.page.evaluate(() => Date.now()).then((now) => Math.round((now - Date.now()) / 60_000)))
      .toBe(adas);

    await ada.people.call(grace.name, "audio");
    await grace.call.press("Accept call");
    for (const { call, page } of [ada, grace]) {
      await call.expectConnected();
      await expect(call.elapsed, "counted from the connection, by one clock").toHaveText(/^0:/);
      const first = await turnUser(page);
      expect(secondsLeft(first), "valid by the server's clock").toBeGreaterThan(0);
      const next = await until("the next credentials, in time", async () => {
        const user = await turnUser(page);
        return user === first ? null : user;
      });
      expect(secondsLeft(first), "before the first ones expire").toBeGreaterThan(0);
      expect(secondsLeft(next)).toBeGreaterThan(secondsLeft(first));
    }
    await ada.call.press("Hang up");
    await grace.call.expectEnded("Ada Byron hung up.");
  });
}
