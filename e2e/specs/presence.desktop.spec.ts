import type { ElectronApplication } from "@playwright/test";
import { desktopMissing, meet, signUp, test } from "../fixtures/desktopTest";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** What the system would tell; nobody can lock the screen of a test. */
const systemSays = (app: ElectronApplication, event: "lock-screen" | "unlock-screen") =>
  app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);

test("whoever locks their computer is away, and online when it is unlocked", async ({ newDesktop, newPerson }) => {
  const ada = await newDesktop("Ada Byron");
  const grace = await newPerson("Grace Hopper");
  await signUp(ada);
  await meet(ada, grace);
  await grace.people.expectPresence(ada.name, "Online");
  await systemSays(ada.app, "lock-screen");
  await grace.people.expectPresence(ada.name, "Away");
  await systemSays(ada.app, "unlock-screen");
  await grace.people.expectPresence(ada.name, "Online");
});
