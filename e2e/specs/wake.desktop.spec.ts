import type { Page } from "@playwright/test";
import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { connectionStates } from "../fixtures/peerFacts";
import { systemSays } from "../fixtures/systemNews";
import { expectTalking, voiceCall } from "../fixtures/talking";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** By this name a side's paths go; another one means that it looks for paths anew: https://www.rfc-editor.org/rfc/rfc8445#section-9 */
function iceName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const description = window.sightlineSpy.peers.at(-1)?.localDescription?.sdp;
    const name = /^a=ice-ufrag:(\S+)/m.exec(description ?? "")?.[1];
    if (!name) throw new Error("this side has described no connection");
    return name;
  });
}

test("F10: the computer wakes in a call: the app looks for new paths and for its server, and the call stays", async ({
  desktopPair,
}) => {
  const [ada, grace] = await desktopPair();
  await voiceCall(ada, grace);
  await expectTalking(ada, grace);
  const before = { ada: await iceName(ada.page), grace: await iceName(grace.page) };
  const sockets: string[] = [];
  ada.page.on("websocket", (socket) => sockets.push(socket.url()));

  await systemSays(ada.app, "resume");

  await expect.poll(() => iceName(ada.page)).not.toBe(before.ada);
  await expect.poll(() => iceName(grace.page)).not.toBe(before.grace);
  await expect.poll(() => sockets).toHaveLength(1);
  for (const { page } of [ada, grace]) await expect.poll(() => connectionStates(page)).toEqual(["connected"]);
  await expectTalking(ada, grace);
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
});
