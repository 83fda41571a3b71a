import { disclosure } from "../fixtures/peerFacts";
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
