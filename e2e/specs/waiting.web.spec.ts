import { connectionStates, disclosure, packetsReceived } from "../fixtures/peerFacts";
import { befriend, type Person } from "../fixtures/person";
import { inspectScreen } from "../fixtures/screenPictures";
import type { TestServer } from "../fixtures/server";
import { expectTalking } from "../fixtures/talking";
import { expect, test } from "../fixtures/test";

type NewPerson = (name: string, options?: { server?: TestServer }) => Promise<Person>;

/** Ada talks to Grace, and Alan is a contact of Grace's. */
async function talking(newPerson: NewPerson, server: TestServer, kind: "audio" | "video" = "audio") {
  const [ada, grace, alan] = [
    await newPerson("Ada Byron", { server }),
    await newPerson("Grace Hopper", { server }),
    await newPerson("Alan Turing", { server }),
  ];
  await befriend(server, ada, grace);
  await befriend(server, alan, grace);
  await ada.people.call(grace.name, kind);
  await grace.call.expectIncoming(ada.name);
  await grace.call.press(kind === "video" ? "Accept with video" : "Accept call");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  return { ada, grace, alan };
}

const open = async ({ page }: Person) => (await connectionStates(page)).filter((state) => state !== "closed");

test("F7 R1: a second caller is shown quietly; nothing opens for them; ignored, they hear busy when the time is over", async ({
  newPerson,
  serverWith,
}) => {
  const { ada, grace, alan } = await talking(newPerson, await serverWith({ ringSeconds: 8 }));
  const before = await disclosure(grace.page);
  await alan.people.call(grace.name, "audio");
  await alan.call.expectRinging();
  await expect(grace.call.waiting).toContainText("Alan Turing is calling");
  expect(await packetsReceived(alan.page)).toBe(0);
  const { peers, userMediaCalls } = await disclosure(grace.page);
  expect({ peers, userMediaCalls }).toEqual({ peers: before.peers, userMediaCalls: before.userMediaCalls });
  await expectTalking(ada, grace);
  await grace.call.press("Ignore");
  await expect(grace.call.waiting).toBeHidden();
  await alan.call.expectEnded("Grace Hopper is in another call.");
  await expectTalking(ada, grace);
});

test("the second caller is declined, and the first call goes on", async ({ newPerson, server }) => {
  const { ada, grace, alan } = await talking(newPerson, server);
  await alan.people.call(grace.name, "audio");
  await grace.call.waiting.getByRole("button", { name: "Decline" }).click();
  await alan.call.expectEnded("Grace Hopper declined the call.");
  await expect(grace.call.waiting).toBeHidden();
  await expectTalking(ada, grace);
});

test("hang up and answer: the first is told, the second is heard, and no camera goes over", async ({
  newPerson,
  server,
}) => {
  const { ada, grace, alan } = await talking(newPerson, server, "video");
  await alan.people.call(grace.name, "video");
  await grace.call.press("Hang up and answer");
  await ada.call.expectEnded("Grace Hopper hung up.");
  await expectTalking(alan, grace);
  await expect(grace.call.tile("Alan Turing's camera")).toBeVisible();
  await expect(grace.call.button("Turn camera on")).toBeVisible();
  await expect(alan.call.stream("remoteCamera")).toBeHidden();
  for (const person of [grace, alan]) expect(await open(person)).toEqual(["connected"]);
  expect(await open(ada)).toEqual([]);
  await ada.call.close();
  await grace.call.press("Hang up");
  await alan.call.expectEnded("Grace Hopper hung up.");
});

test("when the first call ends by itself, the second rings like any other", async ({ newPerson, server }) => {
  const { ada, grace, alan } = await talking(newPerson, server);
  await alan.people.call(grace.name, "audio");
  await expect(grace.call.waiting).toBeVisible();
  await ada.call.press("Hang up");
  await grace.call.expectIncoming(alan.name);
  await grace.call.press("Accept call");
  await expectTalking(alan, grace);
});

test("by the setting second callers hear busy at once, and the call is not disturbed", async ({
  newPerson,
  server,
}) => {
  const { ada, grace, alan } = await talking(newPerson, server);
  await grace.call.button("Settings").click();
  await grace.settings.whenBusy("Say busy at once").check();
  await grace.settings.close();
  await alan.people.call(grace.name, "audio");
  await alan.call.expectEnded("Grace Hopper is in another call.");
  await expect(grace.call.waiting).toBeHidden();
  await expectTalking(ada, grace);
  await ada.call.press("Hang up");
  await grace.call.close();
  await grace.people.select(alan.name);
  await expect(grace.people.historyRow(/Missed, you were in a call|Missed/)).toBeVisible();
});

test("the second caller's banner fits every screen and passes the accessibility check", async ({
  newPerson,
  server,
}) => {
  const { grace, alan } = await talking(newPerson, server, "video");
  await alan.people.call(grace.name, "video");
  await expect(grace.call.waiting).toBeVisible();
  await inspectScreen(grace.page, "call-waiting");
  await grace.call.button("Settings").click();
  await grace.settings.shown();
  await inspectScreen(grace.page, "call-settings");
});
