import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { hasProgram } from "../fixtures/childProcess";
import { desktopMissing, expect, signUp, test } from "../fixtures/desktopTest";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");
const keyringMissing = ["dbus-run-session", "gnome-keyring-daemon"].filter((program) => !hasProgram(program));

test("R41: with a key store the log-in survives a restart, and no file holds the token readably", async ({
  newDesktop,
  userDataDir,
}) => {
  test.skip(keyringMissing.length > 0, `needs ${keyringMissing.join(", ")} on this machine`);
  const first = await newDesktop("Ada Byron", { keyring: true, keepsProfile: true });
  await signUp(first);
  await expect(first.people.notice(/no key store/)).toHaveCount(0);
  const token = await first.page.evaluate(() =>
    (window as unknown as { sightline: { session: { load(): Promise<string> } } }).sightline.session.load(),
  );
  expect(token.length).toBeGreaterThan(20);
  await first.app.close();
  for (const path of filesUnder(userDataDir)) expect(readFileSync(path).includes(token), path).toBe(false);

  const second = await newDesktop("Ada Byron", { keyring: true, keepsProfile: true });
  await second.people.shown();
});

test("R41: without a key store it says so, and the log-in ends with the app", async ({ newDesktop }) => {
  const first = await newDesktop("Ada Byron", { keepsProfile: true });
  await signUp(first);
  await expect(
    first.people.notice("This system has no key store, so you stay logged in only until you quit."),
  ).toBeVisible();
  await first.app.close();
  const second = await newDesktop("Ada Byron", { keepsProfile: true });
  await second.welcome.shown();
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
