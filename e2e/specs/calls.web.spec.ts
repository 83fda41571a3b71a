import { connectionStates, disclosure, packetsReceived, playingRemoteStreams, sounding } from "../fixtures/peerFacts";
import { befriend, type Person } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

const [ADA, GRACE] = ["Ada Byron", "Grace Hopper"];

async function callAndAccept(caller: Person, callee: Person, kind: "audio" | "video", camera: boolean): Promise<void> {
  await caller.people.call(callee.name, kind);
  await callee.call.expectIncoming(caller.name);
  await callee.call.press(camera ? "Accept with video" : "Accept call");
  await caller.call.expectConnected();
  await callee.call.expectConnected();
}

test("a voice call: rings, is accepted, is heard on both sides, is hung up", async ({ pair }) => {
  const [ada, grace] = await pair();
  // Browsers let a page make sounds once its person has clicked something.
  await grace.people.select(ADA);
  await ada.people.call(GRACE, "audio");
  await ada.call.expectRinging();
  await grace.call.expectIncoming(ADA);
  for (const { page } of [ada, grace]) await expect.poll(() => sounding(page)).toBe(true);
  await expect(grace.page).toHaveTitle(/Ada Byron/);
  await grace.call.press("Accept call");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  for (const { page } of [ada, grace]) {
    await expect.poll(() => sounding(page)).toBe(false);
    const before = await packetsReceived(page);
    await expect.poll(() => packetsReceived(page)).toBeGreaterThan(before);
  }
  await expect(ada.call.stream("remoteCamera")).toBeHidden();

  await ada.call.press("Hang up");
  await ada.call.expectEnded("Call ended.");
  await ada.call.close();
  await grace.call.expectEnded("Ada Byron hung up.");
  await grace.call.close();
  await expect.poll(() => connectionStates(ada.page)).toEqual(["closed"]);
  await expect.poll(() => connectionStates(grace.page)).toEqual(["closed"]);
  await expect(ada.people.historyRow(/Voice call/)).toBeVisible();
  await grace.people.select(ADA);
  await expect(grace.people.historyRow(/Voice call/)).toBeVisible();
});

test("a video call: each sees the other's live picture, clock, name and link state", async ({ pair }) => {
  const [ada, grace] = await pair();
  await callAndAccept(ada, grace, "video", true);
  for (const { page, call } of [ada, grace]) {
    await expect(call.stream("remoteCamera")).toBeVisible();
    await seeFrames(page, streamSelector("remoteCamera"), 10);
    await expect(call.linkConnected).toBeVisible();
  }
  await expect(ada.call.tile("Grace Hopper's camera")).toBeVisible();
  await expect(grace.call.tile("Ada Byron's camera")).toBeVisible();
  await expect(ada.call.elapsed).toHaveText(/^0:0[2-9]$/);
  await grace.call.press("Hang up");
  await ada.call.expectEnded("Grace Hopper hung up.");
  await grace.call.expectEnded("Call ended.");
});

test("reloading the page hangs up, and both can call again at once", async ({ pair }) => {
  const [ada, grace] = await pair();
  await callAndAccept(ada, grace, "audio", false);
  await ada.page.reload();
  await grace.call.expectEnded("Ada Byron hung up.");
  await grace.call.close();
  await ada.people.shown();
  await callAndAccept(ada, grace, "audio", false);
});

test("contacts see who is in a call, and that it is over", async ({ pair, newPerson, server }) => {
  const [ada, grace] = await pair();
  const alan = await newPerson("Alan Turing");
  await befriend(server, alan, ada);
  await callAndAccept(ada, grace, "audio", false);
  await alan.people.expectPresence(ADA, "In a call");
  await ada.call.press("Hang up");
  await alan.people.expectPresence(ADA, "Online");
});

test("R1 R4: until accept nothing of the callee leaves and nothing of the caller is shown", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.call(GRACE, "video");
  await grace.call.expectIncoming(ADA);
  const rungSince = Date.now();
  while (Date.now() - rungSince < 10_000) {
    // A connection may stand already (warm.web); nothing of a person is in it.
    const nothing = { packetsSent: 0, sendersWithTrack: 0, userMediaCalls: 0 };
    expect(await disclosure(grace.page)).toMatchObject(nothing);
    expect(await playingRemoteStreams(grace.page)).toBe(0);
    expect(await packetsReceived(ada.page)).toBe(0);
  }
  await grace.call.press("Accept with video");
  await grace.call.expectConnected();
  await expect.poll(async () => (await disclosure(grace.page)).packetsSent).toBeGreaterThan(0);
});

test("the callee declines: both are told, nothing was opened", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.call(GRACE, "video");
  await grace.call.expectIncoming(ADA);
  await grace.call.press("Decline call");
  await ada.call.expectEnded("Grace Hopper declined the call.");
  expect(await disclosure(grace.page)).toMatchObject({ packetsSent: 0, userMediaCalls: 0 });
  await ada.call.close();
  await expect(ada.people.callButton).toBeVisible();
});

test("the caller cancels: the ringing stops and the callee reads of a missed call", async ({ pair }) => {
  const [ada, grace] = await pair();
  await ada.people.call(GRACE, "audio");
  await grace.call.expectIncoming(ADA);
  await ada.call.press("Cancel");
  await grace.call.expectEnded("You missed a call from Ada Byron.");
  await expect(grace.page).not.toHaveTitle(/Ada Byron/);
});

test("nobody answers: missed on both sides when the ring time is over", async ({ newPerson, serverWith }) => {
  const server = await serverWith({ ringSeconds: 3 });
  const ada = await newPerson(ADA, { server });
  const grace = await newPerson(GRACE, { server });
  await befriend(server, ada, grace);
  await ada.people.call(GRACE, "audio");
  await grace.call.expectIncoming(ADA);
  await ada.call.expectEnded("Grace Hopper did not answer.");
  await grace.call.expectEnded("You missed a call from Ada Byron.");
});

test("calling somebody who is offline ends with words, not with endless ringing", async ({ pair }) => {
  const [ada, grace] = await pair();
  await grace.context.close();
  await ada.people.expectPresence(GRACE, "Offline");
  await ada.people.call(GRACE, "audio");
  await ada.call.expectEnded("Grace Hopper cannot be reached right now.");
});
