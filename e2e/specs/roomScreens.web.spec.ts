import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import { RoomPage } from "../pages/roomPage";

test.setTimeout(300_000);

test("rooms: the list, the door, waiting, full, locked, closed, and the gate of a server with guests", async ({
  newPerson,
  serverWith,
}) => {
  const server = await serverWith({ guests: true });
  const ada = await newPerson("Ada Byron", { server });
  const grace = await newPerson("Grace Hopper", { server });
  const owner = new RoomPage(ada.page);
  const path = await owner.create("Tea on Thursdays");
  const visitor = new RoomPage(grace.page);
  await inspectScreen(ada.page, "room-door-owner");
  await owner.press("Back");
  await inspectScreen(ada.page, "room-list");
  await ada.page.goto(server.origin + path);
  await owner.press("Lock");
  await grace.page.goto(server.origin + path);
  await expect(visitor.button("Enter")).toBeDisabled();
  await inspectScreen(grace.page, "room-locked");
  await owner.press("Unlock");
  await owner.press("Enter");
  await owner.waitingInside();
  await inspectScreen(ada.page, "room-waiting");

  const alan = await newPerson("Alan Turing", { server });
  const third = new RoomPage(alan.page);
  await alan.page.goto(server.origin + path);
  await third.press("Enter");
  await ada.call.expectConnected();
  await expect(visitor.text("This room is full")).toBeVisible();
  await inspectScreen(grace.page, "room-full");

  const guest = await newPerson("Guest", { server, signedOut: true });
  await guest.page.goto(server.origin + path);
  await expect(new RoomPage(guest.page).guestName).toBeVisible();
  await inspectScreen(guest.page, "room-gate");
  await ada.call.press("Hang up");
  await ada.people.shown();
  await owner
    .row("Tea on Thursdays")
    .getByRole("button", { name: /^Tea on Thursdays/ })
    .click();
  await owner.press("Close room");
  await owner.confirmClose.click();
  await expect(third.text("The owner closed this room.")).toBeVisible();
  await inspectScreen(alan.page, "room-closed");
});
