import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { befriend } from "../fixtures/person";
import { listen } from "../fixtures/soundProbe";
import { expect, test } from "../fixtures/test";
import { writeToneFile } from "../fixtures/toneFile";
import { streamSelector } from "../pages/callPage";

const TONE_HERTZ = 440;
const OTHER_HERTZ = 1000;
const SILENCE_DB = -80;

test("a tone into the microphone is measured at the peer; muted, the peer measures silence", async ({
  newPerson,
  server,
}) => {
  const folder = mkdtempSync(join(tmpdir(), "sightline-tone-"));
  const microphoneFile = join(folder, "tone.wav");
  writeToneFile(microphoneFile, TONE_HERTZ);
  const browser = await chromium.launch(callBrowserOptions({ microphoneFile }));
  const ada = await newPerson("Ada Byron", { browser });
  const grace = await newPerson("Grace Hopper");
  await befriend(server, ada, grace);
  await ada.people.call(grace.name, "audio");
  await grace.call.press("Accept call");
  await grace.call.expectConnected();
  const heard = () => listen(grace.page, streamSelector("remoteVoice"), TONE_HERTZ);

  await expect.poll(async () => (await heard()).band, { timeout: 20_000 }).toBeGreaterThan(-40);
  const elsewhere = await listen(grace.page, streamSelector("remoteVoice"), OTHER_HERTZ);
  expect(elsewhere.band, "the band beside it, the control case").toBeLessThan((await heard()).band - 20);

  await ada.call.press("Mute");
  await expect.poll(async () => (await heard()).overall, { timeout: 20_000 }).toBeLessThanOrEqual(SILENCE_DB);
  expect((await listen(grace.page, streamSelector("remoteVoice"), TONE_HERTZ, 3000)).overall).toBeLessThanOrEqual(
    SILENCE_DB,
  );

  await ada.call.press("Unmute");
  await expect.poll(async () => (await heard()).band, { timeout: 20_000 }).toBeGreaterThan(-40);
  await browser.close();
  rmSync(folder, { recursive: true });
});
