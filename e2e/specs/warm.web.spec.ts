import { connectEarly } from "../fixtures/connectEarly";
import { watchFirstPictures } from "../fixtures/firstPictures";
import { connectionStates, disclosure, playingRemoteStreams } from "../fixtures/peerFacts";
import { type Person, secondDevice } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { expectTalking } from "../fixtures/talking";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

const [ADA, GRACE] = ["Ada Byron", "Grace Hopper"];
const silent = { packetsSent: 0, sendersWithTrack: 0 };

async function expectLinked(...people: readonly Person[]): Promise<void> {
  for (const { page } of people) await expect.poll(() => connectionStates(page)).toEqual(["connected"]);
}

/** A video call rings, and the two are connected already. */
async function ringLinked(caller: Person, callee: Person): Promise<void> {
  await caller.people.call(GRACE, "video");
  await callee.call.expectIncoming(ADA);
  await expectLinked(caller, callee);
}

test("R1 R4: connected while it rings, with nothing sent, opened or shown; the answer starts picture and sound in it", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ringLinked(ada, grace);
  // Long enough for any track to have sent dozens of packets, and a key frame every second.
  const until = Date.now() + 3_000;
  do {
    expect(await disclosure(grace.page)).toMatchObject({ ...silent, userMediaCalls: 0 });
    expect(await disclosure(ada.page)).toMatchObject(silent);
    for (const { page } of [ada, grace]) expect(await playingRemoteStreams(page)).toBe(0);
  } while (Date.now() < until);
  await ada.call.expectRinging();

  await grace.call.press("Accept with video");
  for (const { page, call } of [ada, grace]) {
    await call.expectConnected();
    await seeFrames(page, streamSelector("remoteCamera"), 10);
  }
  await expectLinked(ada, grace);
  await ada.call.press("Hang up");
  await grace.call.expectEnded("Ada Byron hung up.");
  for (const { page } of [ada, grace]) await expect.poll(() => connectionStates(page)).toEqual(["closed"]);
});

test("R4: the first pictures of a call are the cameras': the black one that makes an encoder ready is not sent", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ringLinked(ada, grace);
  const remoteCamera = streamSelector("remoteCamera");
  const watched = await Promise.all([ada, grace].map(({ page }) => watchFirstPictures(page, remoteCamera)));
  await grace.call.press("Accept with video");
  for (const pictures of watched) expect(await pictures.areBlack(5)).toEqual(Array(5).fill(false));
});

test("declined or cancelled, the connection is gone, and nothing was opened", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.call(GRACE, "audio");
  await grace.call.expectIncoming(ADA);
  await expectLinked(ada, grace);
  await grace.call.press("Decline call");
  await ada.call.expectEnded("Grace Hopper declined the call.");
  for (const { page } of [ada, grace]) await expect.poll(() => connectionStates(page)).toEqual(["closed"]);
  expect(await disclosure(grace.page)).toMatchObject({ packetsSent: 0, userMediaCalls: 0 });
});

for (const who of ["callee", "caller"] as const) {
  test(`R1: where the ${who} does not want it, nothing is connected before the answer`, async ({ pair }) => {
    const [ada, grace] = await pair();
    await connectEarly(who === "callee" ? grace : ada, false);
    await ada.people.call(GRACE, "audio");
    await grace.call.expectIncoming(ADA);
    await ada.call.expectRinging();
    expect(await disclosure(grace.page)).toMatchObject({ peers: 0, candidatesGathered: 0 });
    await grace.call.press("Accept call");
    await expectTalking(ada, grace);
  });
}

test("answered the moment it rings, connected or not", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.call(GRACE, "audio");
  await grace.call.press("Accept call");
  await expectTalking(ada, grace);
});

test("F3: another device than the connected one answers: the call is with that one alone", async ({ pair }) => {
  const [ada, grace] = await pair();
  const other = await secondDevice(grace);
  await ada.people.call(GRACE, "audio");
  for (const { call } of [grace, other]) await call.expectIncoming(ADA);
  await expect.poll(() => connectionStates(ada.page)).toEqual(["connected"]);
  const states = await Promise.all([grace, other].map(({ page }) => connectionStates(page)));
  const [answering, connected] = states[0]?.length === 0 ? [grace, other] : [other, grace];
  await answering.call.press("Accept call");
  await connected.call.expectEnded(/^Answered on /);
  await expectTalking(ada, answering);
  await expect.poll(() => connectionStates(ada.page)).toEqual(["closed", "connected"]);
  await expect.poll(() => connectionStates(connected.page)).toEqual(["closed"]);
  expect(await disclosure(connected.page)).toMatchObject({ packetsSent: 0, userMediaCalls: 0 });
});

/** Both press it in one moment, in which the one may already take it away from the other. */
async function acceptAtOnce(...devices: readonly Person[]): Promise<void> {
  const buttons = await Promise.all(devices.map(({ call }) => call.button("Accept call").elementHandle()));
  await Promise.all(buttons.map((button) => button?.evaluate((element) => (element as HTMLElement).click())));
}

test("F3: two devices answer in the same moment: one talks, the other says where", async ({ pair }) => {
  const [ada, grace] = await pair();
  const other = await secondDevice(grace);
  for (let round = 0; round < 5; round++) {
    // In turns with and without a connection that one of the two has already.
    await connectEarly(ada, round % 2 === 0);
    await ada.people.call(GRACE, "audio");
    for (const { call } of [grace, other]) await call.expectIncoming(ADA);
    await acceptAtOnce(grace, other);
    const lost = ({ call }: Person) => call.button("Close").isVisible();
    await expect.poll(async () => (await lost(grace)) || (await lost(other))).toBe(true);
    const [winner, loser] = (await lost(grace)) ? [other, grace] : [grace, other];
    await loser.call.expectEnded(/^Answered on /);
    await expectTalking(ada, winner);
    await ada.call.press("Hang up");
    await winner.call.expectEnded("Ada Byron hung up.");
    for (const { call } of [ada, winner, loser]) await call.close();
  }
});
