import type { ElectronApplication } from "@playwright/test";
import { desktopMissing, test } from "../fixtures/desktopTest";
import { systemSays } from "../fixtures/systemNews";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** What the system answers when it is asked for input: nobody waits five minutes for a test, nor may one touch the mouse. */
const systemInput = (app: ElectronApplication, state: "active" | "idle") =>
  app.evaluate(({ powerMonitor }, answer) => {
    powerMonitor.getSystemIdleState = () => answer;
  }, state);

test("whoever locks their computer is away, and online when it is unlocked", async ({ desktopPair }) => {
  const [ada, grace] = await desktopPair();
  await grace.people.expectPresence(ada.name, "Online");
  await systemSays(ada.app, "lock-screen");
  await grace.people.expectPresence(ada.name, "Away");
  await systemSays(ada.app, "unlock-screen");
  await grace.people.expectPresence(ada.name, "Online");
});

test("whoever touches nothing on their computer is away, and online with the next input", async ({ desktopPair }) => {
  const [ada, grace] = await desktopPair();
  await grace.people.expectPresence(ada.name, "Online");
  await systemInput(ada.app, "active");
  await ada.page.clock.install();
  await ada.page.reload();
  await ada.people.shown();
  // Six minutes in which only other programs are used.
  await ada.page.clock.fastForward(360_000);
  await grace.people.expectPresence(ada.name, "Online");
  await systemInput(ada.app, "idle");
  await grace.people.expectPresence(ada.name, "Away");
  await systemInput(ada.app, "active");
  await grace.people.expectPresence(ada.name, "Online");
});
