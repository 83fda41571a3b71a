import { halvedPicture } from "../../apps/signal-server/src/testing/pictureFiles";
import { expectInitials, expectPicture } from "../fixtures/avatars";
import { desktopMissing, test } from "../fixtures/desktopTest";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

// The fixture fails the test when the page's policy (R38) refuses anything.
test("R38: the app shows its server's pictures, its own and the contact's, under its policy", async ({
  desktopPair,
}) => {
  const [ada, grace] = await desktopPair();
  await grace.people.openAccount();
  await grace.account.picture.open();
  await grace.account.picture.choose("photo.png", await halvedPicture("#e02020", "#2030e0"));
  await grace.account.picture.save();
  await expectPicture(ada.people.row(grace.name));

  await ada.people.openAccount();
  await ada.account.picture.open();
  await ada.account.picture.choose("photo.png", await halvedPicture("#20a020", "#20a020"));
  await ada.account.picture.save();
  await expectPicture(ada.people.accountMenu);
  await expectPicture(grace.people.row(ada.name));
  await ada.account.picture.open();
  await ada.account.picture.removeButton.click();
  await expectInitials(ada.people.accountMenu, "AB");
});
