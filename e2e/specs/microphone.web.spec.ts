import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { befriend } from "../fixtures/person";
import { expectSilence, expectTone, listen } from "../fixtures/soundProbe";
import { expect, test } from "../fixtures/test";
import { writeToneFile } from "../fixtures/toneFile";
import { streamSelector } from "../pages/callPage";

const TONE_HERTZ = 440;
const OTHER_HERTZ = 1000;

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
  const voice = streamSelector("remoteVoice");

  await expectTone(grace.page, voice, TONE_HERTZ, -40);
  const tone = await listen(grace.page, voice, TONE_HERTZ);
  const beside = await listen(grace.page, voice, OTHER_HERTZ);
  expect(beside.band, "another frequency, the control case").toBeLessThan(tone.band - 20);

  await ada.call.press("Mute");
  await expectSilence(grace.page, voice);
  await ada.call.press("Unmute");
  await expectTone(grace.page, voice, TONE_HERTZ, -40);
  await browser.close();
  rmSync(folder, { recursive: true });
});
