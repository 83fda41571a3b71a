import { speakOtherVersion } from "../fixtures/outdatedClient";
import { expect, test } from "../fixtures/test";

test("a client of another protocol version is told to update instead of failing oddly", async ({
  newPerson,
  server,
}) => {
  const { context, page, people } = await newPerson("Ada Byron");
  await speakOtherVersion(context, server.origin);
  await page.reload();
  await expect(people.updateNeeded).toBeVisible();
});
