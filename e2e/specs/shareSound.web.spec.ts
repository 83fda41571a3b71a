import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "@playwright/test";
import { expectNoSeriousFaults } from "../fixtures/accessibility";
import { callBrowserOptions } from "../fixtures/chromiumLaunch";
import { capturingSound, loseCapturedSound } from "../fixtures/peerFacts";
import { befriend, type Person } from "../fixtures/person";
import { expectSilence, expectTone, listen, listenStereo } from "../fixtures/soundProbe";
import { endPlayback, openEchoTab, openQuietTab, playTones, sendPlayback } from "../fixtures/soundTab";
import { writeSpeechFile } from "../fixtures/speechFile";
import { expect, test as base } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";
import { voiceCall } from "../fixtures/talking";

const shareSound = streamSelector("remoteShareSound");
const remoteVoice = streamSelector("remoteVoice");
const echoWords = "Your share would have sent Grace Hopper's own voice back, so its sound was switched off.";

/** On a busy machine sound has gaps, and the guard waits for a stretch that it can compare. */
const expectEchoTold = ({ call }: Person) => expect(call.text(echoWords)).toBeVisible({ timeout: 40_000 });

/** A browser whose microphone speaks. */
const test = base.extend<object, { speaking: Browser }>({
  speaking: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), "sightline-speech-"));
      const microphoneFile = join(folder, "speech.wav");
      writeSpeechFile(microphoneFile);
      const browser = await chromium.launch(callBrowserOptions({ microphoneFile }));
      await use(browser);
      await browser.close();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
});

async function callAndShare(sharer: Person, viewer: Person): Promise<void> {
  await voiceCall(sharer, viewer);
  await sharer.call.press("Share a window");
  await expect(viewer.call.stream("remoteShare")).toBeVisible();
}

test("the guard changes nothing: each side arrives as loud as it was, and on its own side", async ({ pair }) => {
  const [ada, grace] = await pair();
  const tab = await openQuietTab(ada.context);
  await playTones(tab, { hertz: 660, height: 0.1 }, { hertz: 1540, height: 0.05 });
  await callAndShare(ada, grace);
  // RMS of a sine is 3 dB below its peak.
  const [leftLevel, rightLevel] = [-23, -29];
  await expect(async () => {
    const low = await listenStereo(grace.page, shareSound, 660);
    expect(Math.abs(low.left.overall - leftLevel)).toBeLessThan(1);
    expect(Math.abs(low.right.overall - rightLevel)).toBeLessThan(1);
    expect(low.right.band).toBeLessThan(low.left.band - 25);
    const high = await listenStereo(grace.page, shareSound, 1540);
    expect(high.left.band).toBeLessThan(high.right.band - 25);
  }).toPass({ timeout: 20_000 });
  await expect(ada.call.soundMeter).toHaveAttribute("aria-valuetext", /^-2\d dB$/);
  await expectNoSeriousFaults(ada.page);
});

test("a silent tab is told after a second, and no longer once it sounds", async ({ pair }) => {
  const [ada, grace] = await pair();
  const tab = await openQuietTab(ada.context);
  await callAndShare(ada, grace);
  await expect(ada.call.text("No sound is coming from this tab yet.")).toBeVisible();
  await expect(ada.call.soundMeter).toHaveAttribute("aria-valuetext", "Silent");
  await expectNoSeriousFaults(ada.page);
  await playTones(tab, { hertz: 660, height: 0.1 }, { hertz: 660, height: 0.1 });
  await expect(ada.call.text("No sound is coming from this tab yet.")).toBeHidden();
  await expect(ada.call.soundMeter).toHaveAttribute("aria-valuetext", "-23 dB");
});

test("a share that carries the peer's own voice loses its sound, and both are told", async ({
  newPerson,
  server,
  speaking,
}) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper", { browser: speaking });
  await befriend(server, ada, grace);
  await openEchoTab(ada, 0.2);
  await callAndShare(ada, grace);
  await expect(ada.call.text("with sound")).toBeVisible();
  await sendPlayback(ada, remoteVoice);
  await expectEchoTold(ada);
  await expect(ada.call.text("without sound", { exact: true })).toBeVisible();
  // The share itself goes on; nothing of its sound does.
  await expect(grace.call.stream("remoteShare")).toBeVisible();
  await expectSilence(grace.page, shareSound);
  await expectNoSeriousFaults(ada.page);
  await ada.call.press("Go on without sound");
  await expect(ada.call.text(echoWords)).toBeHidden();
});

test("after an echo another sound can be chosen, and is guarded like the first", async ({
  newPerson,
  server,
  speaking,
}) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper", { browser: speaking });
  await befriend(server, ada, grace);
  await openEchoTab(ada, 0.2);
  await callAndShare(ada, grace);
  await sendPlayback(ada, remoteVoice);
  await expectEchoTold(ada);
  await endPlayback(ada);
  await ada.call.press("Choose another sound");
  await expect(ada.call.text("with sound")).toBeVisible();
  await expect(ada.call.text(echoWords)).toBeHidden();
  await sendPlayback(ada, remoteVoice);
  await expectEchoTold(ada);
});

test("a tone that is shared while the peer speaks is no echo", async ({ newPerson, server, speaking }) => {
  const ada = await newPerson("Ada Byron");
  const grace = await newPerson("Grace Hopper", { browser: speaking });
  await befriend(server, ada, grace);
  const tab = await openQuietTab(ada.context);
  await playTones(tab, { hertz: 440, height: 0.1 }, { hertz: 440, height: 0.1 });
  await callAndShare(ada, grace);
  // The voice is there all the time, and long enough for the guard to have found it many times over.
  expect((await listen(ada.page, remoteVoice, 440, 8000)).overall, "the peer's voice").toBeGreaterThan(-40);
  await expect(ada.call.text(echoWords)).toBeHidden();
  await expect(ada.call.text("with sound")).toBeVisible();
  expect((await listen(grace.page, shareSound, 440)).overall).toBeGreaterThan(-26);
});

test("a sound that ends by itself is told, and the share goes on", async ({ pair }) => {
  const [ada, grace] = await pair();
  const tab = await openQuietTab(ada.context);
  await playTones(tab, { hertz: 660, height: 0.1 }, { hertz: 660, height: 0.1 });
  await callAndShare(ada, grace);
  await expectTone(grace.page, shareSound, 660, -50);
  await loseCapturedSound(ada.page);
  await expect(ada.call.text("The shared sound is gone. The share goes on without sound.")).toBeVisible();
  await expect(ada.call.soundMeter).toBeHidden();
  await expectSilence(grace.page, shareSound);
  await expect(grace.call.stream("remoteShare")).toBeVisible();
});

test("where the guard cannot run no sound is sent, and the reason is told", async ({ pair }) => {
  const neverRuns = { content: "AudioContext.prototype.resume = () => new Promise(() => {})" };
  const [ada, grace] = await pair({ first: { scripts: [neverRuns] } });
  await openQuietTab(ada.context);
  await callAndShare(ada, grace);
  await expect(ada.call.text("The sound could not be shared. The share goes on without sound.")).toBeVisible();
  await expect(ada.call.text("without sound", { exact: true })).toBeVisible();
  expect(await capturingSound(ada.page)).toBe(false);
});
