import { disclosure } from "../fixtures/peerFacts";
import { type Person, secondDevice } from "../fixtures/person";
import { expect, test } from "../fixtures/test";

// The tests' browser calls itself a Chrome on Windows when it logs in.
const [ADA, GRACE] = ["Ada Byron", "Grace Hopper"];

async function expectNothingOpened({ page }: Person): Promise<void> {
  expect(await disclosure(page)).toMatchObject({ packetsSent: 0, sendersWithTrack: 0, userMediaCalls: 0 });
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
