import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElectronApplication } from "@playwright/test";
import { desktopMissing, expect, test } from "../fixtures/desktopTest";
import { chownToUnprivileged } from "../fixtures/unprivileged";

const missing = desktopMissing();
test.skip(missing !== null, missing ?? "");

/** Answers the system's dialog for saving a file, which no test can press; resolves with the file's name once it is written. */
const savedTo = (app: ElectronApplication, folder: string) =>
  app.evaluate(
    ({ session }, place) =>
      new Promise<string>((resolve, reject) => {
        session.defaultSession.once("will-download", (_, item) => {
          item.setSavePath(`${place}/saved.json`);
          item.once("done", (__, state) => {
            if (state === "completed") resolve(item.getFilename());
            else reject(new Error(state));
          });
        });
      }),
    folder,
  );

test("R31 the app takes the data along as a file, too", async ({ desktopPair }) => {
  const folder = mkdtempSync(join(tmpdir(), "sightline-export-"));
  chownToUnprivileged(folder);
  const [ada] = await desktopPair();
  await ada.people.openAccount();
  const saved = savedTo(ada.app, folder);
  await ada.account.exportButton.click();
  expect(await saved).toMatch(new RegExp(`^sightline-${ada.username}-\\d{4}-\\d\\d-\\d\\d\\.json$`));
  const data = JSON.parse(readFileSync(join(folder, "saved.json"), "utf8"));
  expect(data).toMatchObject({ profile: { email: ada.email }, contacts: [{ user: { name: "Grace Hopper" } }] });
  rmSync(folder, { recursive: true });
});
