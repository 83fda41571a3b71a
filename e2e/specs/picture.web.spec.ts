import { halvedPicture, phonePhoto } from "../../apps/signal-server/src/testing/pictureFiles";
import { expectColour, expectInitials, expectPicture } from "../fixtures/avatars";
import { secondDevice } from "../fixtures/person";
import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";

test.setTimeout(180_000);

const RED_AND_BLUE = ["#e02020", "#2030e0"] as const;

test("R13 a picture is chosen and cut, seen at once by the contact and on all own devices, and taken away again", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  const tablet = await secondDevice(ada);
  await grace.people.select(ada.name);
  await expectInitials(grace.people.row(ada.name), "AB");

  await ada.people.openAccount();
  await ada.account.picture.open();
  await inspectScreen(ada.page, "picture-none");
  await ada.account.picture.choose("photo.png", await halvedPicture(...RED_AND_BLUE));
  await expect(ada.account.picture.preview).toBeVisible();
  await expect(ada.account.picture.slider("Up – down")).toBeDisabled();
  await ada.account.picture.slider("Left – right").fill("0");
  await inspectScreen(ada.page, "picture-cut");
  await ada.account.picture.save();
  await inspectScreen(ada.page, "picture-account");

  const places = [
    ada.account.section("You"),
    ada.people.accountMenu,
    tablet.people.accountMenu,
    grace.people.row(ada.name),
    grace.page.getByRole("region", { name: ada.name }),
  ];
  for (const place of places) {
    await expectPicture(place);
    await expectColour(place, "red");
  }
  await inspectScreen(grace.page, "picture-conversation");

  await ada.account.picture.open();
  await ada.account.picture.removeButton.click();
  await expect(ada.account.picture.dialog).toHaveCount(0);
  for (const place of places) await expectInitials(place, "AB");
});

test("the picture is drawn by hand, dropped and pasted, and what is no picture is refused with words", async ({
  newPerson,
}) => {
  const ada = await newPerson("Ada Byron");
  const { picture } = ada.account;
  await ada.people.openAccount();
  await picture.open();
  await picture.choose("notes.txt", new TextEncoder().encode("no picture at all"));
  await expect(picture.fault).toHaveText("This is no picture that can be read. Choose a JPEG, PNG, WebP or GIF file.");
  await picture.give("drop", await halvedPicture(...RED_AND_BLUE));
  await expect(picture.fault).toHaveText("");
  const box = await picture.preview.boundingBox();
  if (!box) throw new Error("the preview has no place");
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await ada.page.mouse.move(middle.x, middle.y);
  await ada.page.mouse.down();
  await ada.page.mouse.move(middle.x - 150, middle.y, { steps: 5 });
  await ada.page.mouse.up();
  await expect(picture.slider("Left – right")).toHaveValue("100");
  await picture.save();
  await expectColour(ada.people.accountMenu, "blue");

  await picture.open();
  await picture.give("paste", await halvedPicture("#e02020", "#e02020"));
  await picture.slider("Size").fill("200");
  await expect(picture.slider("Up – down")).toBeEnabled();
  await picture.save();
  await expectColour(ada.people.accountMenu, "red");
  await picture.open();
  await picture.cancel();
  await expectPicture(ada.people.accountMenu);
});

test("whoever calls is seen by their picture, while it rings and in the call; it leaves no trace of the photo's place", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.openAccount();
  await ada.account.picture.open();
  const sent = ada.page.waitForRequest((request) => request.url().endsWith("/api/me/picture"));
  await ada.account.picture.choose("photo.jpg", await phonePhoto());
  await ada.account.picture.save();
  // Cut on this device already: the place does not even reach the server.
  expect((await sent).postDataBuffer()?.toString("latin1")).not.toMatch(/Exif|SpyPhone|xmpmeta/);
  await ada.account.close();

  await ada.people.call(grace.name, "audio");
  await grace.call.expectIncoming(ada.name);
  await expectPicture(grace.call.incoming(ada.name));
  await inspectScreen(grace.page, "picture-incoming");
  await grace.call.press("Accept call");
  await grace.call.expectConnected();
  await expectPicture(grace.call.topBar);
  await expectPicture(grace.call.tile(`${ada.name}'s camera`));
  await inspectScreen(grace.page, "picture-call");
  await ada.call.press("Hang up");
  await grace.call.expectEnded(/Ada Byron/);
});

test("the initials stay where a picture cannot be had", async ({ pair }) => {
  const [ada, grace] = await pair();
  await grace.context.route("**/pictures/*", (route) => route.abort());
  const asked = grace.page.waitForRequest("**/pictures/*");
  await ada.people.openAccount();
  await ada.account.picture.open();
  await ada.account.picture.choose("photo.png", await halvedPicture(...RED_AND_BLUE));
  await ada.account.picture.save();
  await asked;
  await expectInitials(grace.people.row(ada.name), "AB");
});
