import { readFileSync } from "node:fs";
import { join } from "node:path";
import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { startSightline } from "../fixtures/npmStart";
import { until } from "../fixtures/until";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

const hasAppWindow = (titles: readonly string[]) => titles.includes("Sightline");

test("npm start opens the desktop app on its own server, and Ctrl-C closes both", async ({ display }) => {
  const started = await startSightline(display);
  try {
    await started.says("Opening the desktop app");
    await until("the app's window", () => hasAppWindow(display.windowTitles()));
    expect((await fetch(`${started.address}/readyz`)).status).toBe(200);
    expect(await started.stop()).toBe(0);
    await until("the window's end", () => !hasAppWindow(display.windowTitles()));
    await expect(fetch(`${started.address}/readyz`)).rejects.toThrow();
    expect(readFileSync(join(started.dataDir, "desktop.log"), "utf8")).not.toMatch(/Error|violates/);
  } finally {
    await started.dispose();
  }
});
