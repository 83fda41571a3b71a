import type { Page } from "@playwright/test";
import { desktopMissing, expect, meet, signUp, test } from "../fixtures/desktopTest";
import { connectionStates, packetsReceived } from "../fixtures/peerFacts";
import { systemSays } from "../fixtures/systemNews";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** By this name a side's paths go; another one means that it looks for paths anew: https://www.rfc-editor.org/rfc/rfc8445#section-9 */
function iceName(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const description = window.sightlineSpy.peers.at(-1)?.localDescription?.sdp;
    return /^a=ice-ufrag:(\S+)/m.exec(description ?? "")?.[1];
  });
}

test("F10: the computer wakes in a call: the app looks for paths and for its server at once, and the call stays", async ({
  newDesktop,
  newPerson,
}) => {
  const ada = await newDesktop("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await signUp(ada);
  await meet(ada, grace);
  await ada.people.call(grace.name, "audio");
  await grace.call.press("Accept call");
  for (const { call } of [ada, grace]) await call.expectConnected();
  const people = [ada, grace];
  const names = await Promise.all(people.map(({ page }) => iceName(page)));
  const sockets: string[] = [];
  ada.page.on("websocket", (socket) => sockets.push(socket.url()));

  await systemSays(ada.app, "resume");

  for (const [index, { page }] of people.entries()) {
    await expect.poll(() => iceName(page)).not.toBe(names[index]);
    await expect.poll(() => connectionStates(page)).toEqual(["connected"]);
    const heard = await packetsReceived(page);
    await expect.poll(() => packetsReceived(page)).toBeGreaterThan(heard);
  }
  await expect.poll(() => sockets.length).toBe(1);
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
});
