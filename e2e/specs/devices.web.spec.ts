import { connectionStates, disclosure, packetsReceived } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { expect, test } from "../fixtures/test";

// The tests' browser calls itself a Chrome on Windows when it logs in.
const [ADA, GRACE] = ["Ada Byron", "Grace Hopper"];

/** The same person in a second tab, which is another device to the server. */
async function secondDevice(person: Person): Promise<Person> {
  const page = await person.context.newPage();
  await page.goto(person.page.url());
  const device = person.at(page);
  await device.people.shown();
  return device;
}

/** From their acceptance on, keeps what the devices say under way until it is released, all at once and in order. */
async function holdAcceptances(devices: readonly Person[]): Promise<() => void> {
  const held: (() => void)[] = [];
  let accepted = 0;
  let released = false;
  for (const { page, people } of devices) {
    let holding = false;
    await page.routeWebSocket(/socket\.io/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => {
        if (String(message).includes('"call:accept"')) {
          holding = true;
          accepted += 1;
        }
        if (holding && !released) held.push(() => server.send(message));
        else server.send(message);
      });
    });
    await page.reload();
    await people.shown();
  }
  return () => {
    expect(accepted).toBe(devices.length);
    released = true;
    for (const send of held.splice(0)) send();
  };
}

async function expectNothingOpened({ page }: Person): Promise<void> {
  expect(await disclosure(page)).toMatchObject({ peers: 0, packetsSent: 0, candidatesGathered: 0, userMediaCalls: 0 });
}

test("R1: rings on all my devices; one answers, the others stop and say on which", async ({ pair }) => {
  const [ada, grace] = await pair();
  const other = await secondDevice(grace);
  await ada.people.call(GRACE, "audio");
  await grace.call.expectIncoming(ADA);
  await other.call.expectIncoming(ADA);
  await other.call.press("Accept call");
  await other.call.expectConnected();
  await ada.call.expectConnected();
  await grace.call.expectEnded("Answered on Chrome on Windows.");
  await expectNothingOpened(grace);
});

test("one of my devices declines: all stop, the caller is told, nothing was opened", async ({ pair }) => {
  const [ada, grace] = await pair();
  const other = await secondDevice(grace);
  await ada.people.call(GRACE, "video");
  await grace.call.expectIncoming(ADA);
  await other.call.expectIncoming(ADA);
  await grace.call.press("Decline call");
  await other.call.expectEnded("Declined on Chrome on Windows.");
  await ada.call.expectEnded("Grace Hopper declined the call.");
  await expectNothingOpened(grace);
  await expectNothingOpened(other);
});

test("F3: two of my devices accept at once: one talks, the other says where, and there is one media path", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const other = await secondDevice(grace);
  const release = await holdAcceptances([grace, other]);
  await ada.people.call(GRACE, "audio");
  await grace.call.expectIncoming(ADA);
  await other.call.expectIncoming(ADA);
  await grace.call.press("Accept call");
  await other.call.press("Accept call");
  release();
  await ada.call.expectConnected();
  const ended = (device: Person) => device.call.text("Answered on Chrome on Windows.").isVisible();
  await expect.poll(async () => [await ended(grace), await ended(other)].filter(Boolean)).toHaveLength(1);
  const winner = (await ended(grace)) ? other : grace;
  const loser = winner === grace ? other : grace;
  await winner.call.expectConnected();
  const before = await packetsReceived(winner.page);
  await expect.poll(() => packetsReceived(winner.page)).toBeGreaterThan(before);
  const alive = (states: readonly string[]) => states.filter((state) => state !== "closed");
  expect(alive(await connectionStates(loser.page))).toEqual([]);
  for (const { page } of [ada, winner]) expect(alive(await connectionStates(page))).toEqual(["connected"]);
});
