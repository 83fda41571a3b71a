import { join } from "node:path";
import type { Page } from "@playwright/test";
import { connectionStates, packetsReceived } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { expect, test } from "../fixtures/test";

declare global {
  interface Window {
    ringsShown: number;
  }
}

const countRings = { path: join(import.meta.dirname, "../fixtures/ringCount.js") };
/** Makes the page's offers take three seconds, as a slow machine with many networks may. */
const slowOffers = {
  content: `const make = RTCPeerConnection.prototype.createOffer;
    RTCPeerConnection.prototype.createOffer = async function (...args) {
      await new Promise((ready) => setTimeout(ready, 3000));
      return make.apply(this, args);
    };`,
};

const ringsShown = (page: Page) => page.evaluate(() => window.ringsShown);

/** Counts the messages of a kind the page sends to the server from now on; to be called before it connects. */
function countSent(page: Page): (event: string) => number {
  const frames: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => frames.push(String(payload)));
  });
  return (event) => frames.filter((frame) => frame.includes(`"${event}"`)).length;
}

async function bothClick(one: Person, other: Person): Promise<void> {
  await one.people.select(other.name);
  await other.people.select(one.name);
  await Promise.all([one.people.callButton.click(), other.people.callButton.click()]);
}

async function expectOneCall(one: Person, other: Person): Promise<void> {
  for (const { page, call } of [one, other]) {
    await call.expectConnected();
    const open = (await connectionStates(page)).filter((state) => state !== "closed");
    expect(open).toEqual(["connected"]);
    const before = await packetsReceived(page);
    await expect.poll(() => packetsReceived(page)).toBeGreaterThan(before);
    expect(await ringsShown(page)).toBe(0);
  }
}

test("F2: both call each other at once: one call, no ring, nothing asked", async ({ pair }) => {
  const [ada, grace] = await pair({ first: { scripts: [countRings] }, second: { scripts: [countRings] } });
  const sent = [ada, grace].map(({ page }) => countSent(page));
  await Promise.all([ada.page.reload(), grace.page.reload()]);
  await bothClick(ada, grace);
  await expectOneCall(ada, grace);
  const total = (event: string) => sent.reduce((sum, count) => sum + count(event), 0);
  expect(total("call:accept")).toBe(1);
  expect(total("call:invite")).toBeLessThanOrEqual(2);
  expect(total("call:cancel") + total("call:hangUp") + total("call:decline")).toBe(0);
});

test("F2: one side's offer takes 3 s: the other's call is answered at once instead", async ({ pair }) => {
  const [ada, grace] = await pair({
    first: { scripts: [countRings, slowOffers] },
    second: { scripts: [countRings] },
  });
  const sent = countSent(ada.page);
  await ada.page.reload();
  await bothClick(ada, grace);
  await expectOneCall(ada, grace);
  expect(sent("call:invite")).toBe(0);
  expect(sent("call:accept")).toBe(1);
});

test("F2: one side's invite is 3 s on its way: one call, no ring", async ({ pair }) => {
  const [ada, grace] = await pair({ first: { scripts: [countRings] }, second: { scripts: [countRings] } });
  await ada.page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (String(message).includes('"call:invite"')) setTimeout(() => server.send(message), 3_000);
      else server.send(message);
    });
  });
  await ada.page.reload();
  await bothClick(ada, grace);
  await expectOneCall(ada, grace);
});
