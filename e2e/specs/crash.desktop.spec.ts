import type { ElectronApplication } from "@playwright/test";
import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { voiceCall } from "../fixtures/talking";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** Asks the window by the main process: to Playwright a page that has crashed once stays crashed. */
function inWindow<T>(app: ElectronApplication, code: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, text) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
    code,
  ) as Promise<T>;
}

/** Resolves when the window's page is there again: what is asked of it in between would never be answered. */
function crashWindow(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        const page = BrowserWindow.getAllWindows()[0]?.webContents;
        page?.once("render-process-gone", () => page.once("did-finish-load", () => resolve()));
        page?.forcefullyCrashRenderer();
      }),
  );
}

test("F25: the window's process crashes in a call: the app brings the window back, logged in, in no call, no device open, and the next call works", async ({
  desktopPair,
}) => {
  const [ada, grace] = await desktopPair();
  await voiceCall(ada, grace);
  await Promise.all([
    crashWindow(ada.app),
    expect(grace.call.text("Reconnecting…"), "the other side sees it").toBeVisible({ timeout: 3_000 }),
  ]);
  const shows = (words: string) =>
    inWindow<boolean>(ada.app, `document.body.innerText.includes(${JSON.stringify(words)})`).catch(() => false);
  await expect.poll(() => shows("Grace Hopper"), "the people are back").toBe(true);
  expect(await shows("Hang up"), "no call of its own").toBe(false);
  const visible = await ada.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => w.isVisible()),
  );
  expect(visible).toEqual([true]);
  expect(
    await inWindow(ada.app, "navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'open', (e) => e.name)"),
  ).toBe("NotAllowedError");

  await grace.call.press("Hang up");
  await grace.call.close();
  await grace.people.call(ada.name, "audio");
  await expect.poll(() => shows("Grace Hopper is calling"), "it rings").toBe(true);
  await inWindow(ada.app, `document.querySelector('button[aria-label="Accept call"]').click()`);
  await grace.call.expectConnected();
  await expect.poll(() => shows("Hang up"), "on both sides").toBe(true);
});
