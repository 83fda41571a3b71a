import { callApi } from "../fixtures/account";
import { disclosure, packetsReceived } from "../fixtures/peerFacts";
import type { Person } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import type { TestServer } from "../fixtures/server";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";
import { RoomPage } from "../pages/roomPage";

test.setTimeout(120_000);

const at = (person: Person) => new RoomPage(person.page);

async function openLink(person: Person, server: TestServer, path: string): Promise<RoomPage> {
  await person.page.goto(server.origin + path);
  return at(person);
}

test("R1 R3 R35: two people meet in a room; nothing leaves before Enter, and a link alone never enters", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  const room = at(ada);
  const path = await room.create("Tea");
  await room.press("Enter");
  await room.waitingInside();

  const door = await openLink(grace, server, path);
  await door.atDoor("Tea");
  await expect(door.text("Somebody is inside.")).toBeVisible();
  await expect(door.level).toBeVisible();
  await seeFrames(grace.page, '[data-stream="preview"]', 5);
  // One is inside, one in front of the door with an open camera: nobody has a connection.
  for (const person of [ada, grace]) {
    expect(await disclosure(person.page)).toMatchObject({ peers: 0, packetsSent: 0, candidatesGathered: 0 });
  }
  await door.press("Turn camera off");
  await door.press("Enter");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  await seeFrames(grace.page, streamSelector("remoteCamera"), 10);
  await expect(grace.call.button("Turn camera on")).toBeVisible();
  await expect.poll(() => packetsReceived(ada.page)).toBeGreaterThan(20);
  await expect(ada.page.getByRole("heading", { name: "Grace Hopper" })).toBeVisible();

  // Who hangs up leaves; the other waits inside for the next to come, and meets them again.
  await grace.call.press("Hang up");
  await grace.people.shown();
  await room.waitingInside();
  const again = await openLink(grace, server, path);
  await again.press("Enter");
  await ada.call.expectConnected();
  await grace.call.expectConnected();
  await seeFrames(ada.page, streamSelector("remoteCamera"), 10);
});

test("a third is told that it is full, waits, and may enter when one has left", async ({ newPerson, server }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  const alan = await newPerson("Alan Turing");
  const path = await at(ada).create("Tea");
  await at(ada).press("Enter");
  const second = await openLink(grace, server, path);
  await second.press("Enter");
  await ada.call.expectConnected();

  const third = await openLink(alan, server, path);
  await expect(third.text("This room is full")).toBeVisible();
  await expect(third.button("Enter")).toBeDisabled();
  await grace.call.press("Hang up");
  await expect(third.button("Enter")).toBeEnabled();
  await third.press("Enter");
  await alan.call.expectConnected();
  await ada.call.expectConnected();
});

test("the owner renames, locks and closes; the link is dead then", async ({ newPerson, server }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  const owner = at(ada);
  const path = await owner.create("Tea");
  await owner.press("Rename");
  await owner.nameField.fill("Late tea");
  await owner.press("Save");
  await owner.atDoor("Late tea");
  await owner.press("Lock");
  await expect(owner.button("Unlock")).toBeVisible();

  const door = await openLink(grace, server, path);
  await expect(door.heading("Late tea")).toBeVisible();
  await expect(door.text("The owner has locked this room")).toBeVisible();
  await expect(door.button("Enter")).toBeDisabled();
  await expect(door.button("Lock")).toHaveCount(0);
  await owner.press("Unlock");
  await expect(door.button("Enter")).toBeEnabled();
  await door.press("Enter");
  await door.waitingInside();

  await owner.press("Close room");
  await owner.confirmClose.click();
  await expect(door.text("The owner closed this room.")).toBeVisible();
  await ada.people.shown();
  await expect(owner.row("Late tea")).toHaveCount(0);
  const dead = await openLink(grace, server, path);
  await expect(dead.text("This room is not there any more.")).toBeVisible();
  await dead.press("Back");
  await grace.people.shown();
});

test("a room is in its owner's list with its link and who is inside, on every page of theirs", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron", { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  const grace = await newPerson("Grace Hopper");
  const owner = at(ada);
  const path = await owner.create("Tea");
  await owner.press("Back");
  await expect(owner.row("Tea").getByText("Nobody inside")).toBeVisible();
  await owner.row("Tea").getByRole("button", { name: "Copy link of Tea" }).click();
  await expect(owner.text("Link copied.")).toBeVisible();
  expect(await ada.page.evaluate(() => navigator.clipboard.readText())).toBe(server.origin + path);
  const door = await openLink(grace, server, path);
  await door.press("Enter");
  await expect(owner.row("Tea").getByText("One person inside")).toBeVisible();
  await door.press("Leave room");
  await expect(owner.row("Tea").getByText("Nobody inside")).toBeVisible();
});

test("a reload in a room frees the seat, and the one who waits is connected anew", async ({ newPerson, server }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  const path = await at(ada).create("Tea");
  await at(ada).press("Enter");
  const door = await openLink(grace, server, path);
  await door.press("Enter");
  await ada.call.expectConnected();
  await grace.page.reload();
  await at(ada).waitingInside();
  await door.atDoor("Tea");
  await door.press("Enter");
  await ada.call.expectConnected();
});

test("without an account: log in first, and a guest is refused by the server's default policy", async ({
  newPerson,
  server,
}) => {
  const ada = await newPerson("Ada Byron");
  const path = await at(ada).create("Tea");
  const eve = await newPerson("Eve", { signedOut: true });
  const gate = await openLink(eve, server, path);
  await expect(gate.text("You are invited to a room")).toBeVisible();
  await expect(gate.guestName).toHaveCount(0);
  const asked = callApi(eve.context.request, server.origin, "POST", `/api${path.replace("room", "rooms")}/guests`, {
    name: "Eve",
    client: "web",
  });
  await expect(asked).rejects.toThrow("guest.refused");
  // With an account the link leads on to the door.
  await eve.welcome.openSignUp();
  await eve.welcome.signUp(eve);
  await gate.atDoor("Tea");
});

test("a guest joins one room where the policy allows it, and is shown as one", async ({ newPerson, serverWith }) => {
  const open = await serverWith({ guests: true });
  const ada = await newPerson("Ada Byron", { server: open });
  const path = await at(ada).create("Tea");
  await at(ada).press("Enter");
  const guest = await newPerson("Guest", { server: open, signedOut: true });
  const gate = await openLink(guest, open, path);
  await gate.guestName.fill("Grace");
  await gate.press("Continue as guest");
  await gate.atDoor("Tea");
  await gate.press("Enter");
  await ada.call.expectConnected();
  await guest.call.expectConnected();
  await expect(at(ada).guestMark).toBeVisible();
  await expect(ada.page.getByRole("heading", { name: "Grace" })).toBeVisible();
  await guest.call.press("Hang up");
  await expect(guest.welcome.logInButton).toBeVisible();
  await at(ada).waitingInside();
});
