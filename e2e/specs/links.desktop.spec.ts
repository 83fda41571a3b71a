import { desktopMissing, expect, signUp, test } from "../fixtures/desktopTest";
import { RoomPage } from "../pages/roomPage";
import { disclosure } from "../fixtures/peerFacts";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

test("R35: a link opened while the app runs shows the person and never dials", async ({ desktopPair }) => {
  const [ada, grace] = await desktopPair();
  const open = (word: string) =>
    ada.app.evaluate(({ app }, words) => app.emit("second-instance", {}, words, "/"), ["sightline", "--flag", word]);

  await open("sightline://call/eve-unknown");
  await expect(ada.people.notice("eve-unknown is not one of your contacts.")).toBeVisible();
  for (const evil of [`sightline://call/${grace.username}?now`, "javascript:alert(1)", "https://evil.example/"]) {
    await open(evil);
  }
  await open(`sightline://call/${grace.username}`);
  await expect(ada.page.getByRole("heading", { name: grace.name })).toBeVisible();
  expect(ada.page.url()).toBe("app://sightline/");
  expect(await disclosure(ada.page)).toMatchObject({ peers: 0, userMediaCalls: 0 });
  await expect(grace.call.text("is calling")).toHaveCount(0);
});

test("R35: a link to a room shows its door in the app and never goes in; Enter does", async ({
  newDesktop,
  newPerson,
}) => {
  const ada = await newDesktop("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await signUp(ada);
  const host = new RoomPage(grace.page);
  const path = await host.create("Tea");
  await host.press("Enter");
  await host.waitingInside();
  const open = (word: string) =>
    ada.app.evaluate(({ app }, words) => app.emit("second-instance", {}, words, "/"), ["sightline", word]);

  for (const evil of [`sightline:/${path}?enter=1`, `sightline:/${path}x`]) await open(evil);
  await open(`sightline:/${path}`);
  const door = new RoomPage(ada.page);
  await door.atDoor("Tea");
  expect(ada.page.url()).toBe("app://sightline/");
  expect(await disclosure(ada.page)).toMatchObject({ peers: 0, packetsSent: 0 });
  await expect(host.text("Waiting for the other person…")).toBeVisible();
  await door.press("Enter");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
});
