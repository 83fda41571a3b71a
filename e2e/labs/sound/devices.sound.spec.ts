import { expectWithin } from "../../fixtures/limits";
import { type Browser, chromium } from "@playwright/test";
import { callBrowserOptions } from "../../fixtures/chromiumLaunch";
import { descriptionsApplied, sentDevice, voiceSink } from "../../fixtures/peerFacts";
import { befriend, type Person } from "../../fixtures/person";
import { expectSilence, expectTone, listen } from "../../fixtures/soundProbe";
import { type SoundServer, soundServerMissing, startSoundServer } from "../../fixtures/soundServer";
import { expect, test as base } from "../../fixtures/test";
import { until } from "../../fixtures/until";
import { streamSelector } from "../../pages/callPage";
import { DeviceMenuPage } from "../../pages/deviceMenuPage";
import { voiceCall } from "../../fixtures/talking";

const missing = soundServerMissing();

const HEADSET_HZ = 440;
/** What the system's microphone hums. */
const SYSTEM_HZ = 1500;
const HEARD_DB = -45;
const voice = streamSelector("remoteVoice");

interface Desk {
  readonly sound: SoundServer;
  /** Its devices are those of the sound server. */
  readonly browser: Browser;
}

const test = base.extend<object, { desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const sound = await startSoundServer();
      const { args = [], ...options } = callBrowserOptions();
      const browser = await chromium.launch({
        ...options,
        args: args.filter((arg) => arg !== "--use-fake-device-for-media-stream"),
        env: { ...process.env, ...sound.forOtherUsers },
      });
      await use({ sound, browser });
      await browser.close();
      await sound.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
test.skip(missing !== null, missing ?? "");

/** Steady tones are what noise suppression takes out. */
const asItIs = {
  content: `if (location.protocol !== "about:") localStorage.getItem("sightline.settings") ?? localStorage.setItem("sightline.settings",
    '{"noiseSuppression":false,"echoCancellation":false,"autoGain":false}');`,
};

let ada: Person;
let grace: Person;
let menu: DeviceMenuPage;

test.beforeEach(async ({ desk, newPerson, server }) => {
  ada = await newPerson("Ada Byron", { browser: desk.browser, scripts: [asItIs] });
  grace = await newPerson("Grace Hopper");
  await befriend(server, ada, grace);
  await voiceCall(ada, grace);
  menu = new DeviceMenuPage(ada.page);
});

// What is connected to what tells a microphone that is not open from one that is silent.
test.afterEach(async ({ desk }, info) => {
  if (info.status === info.expectedStatus) return;
  for (const words of [["info"], ["list", "source-outputs"], ["list", "short", "sources"]]) {
    await info.attach(`${words.join("-")}.txt`, { body: desk.sound.run("pactl", ...words), contentType: "text/plain" });
  }
  await info.attach("facts.txt", { body: String(await sentDevice(ada.page)), contentType: "text/plain" });
});

async function chooseHeadset(): Promise<void> {
  await menu.open("Choose microphone and speaker");
  await menu.choice("Microphone", "Headset").click();
  await ada.page.keyboard.press("Escape");
}

/** How long until the peer hears a tone, ms. */
async function heardAfter(hertz: number): Promise<number> {
  const began = performance.now();
  await until(`${hertz} Hz at the peer`, async () => (await listen(grace.page, voice, hertz, 100)).band > HEARD_DB);
  return performance.now() - began;
}

async function expectOnly(hertz: number, other: number): Promise<void> {
  await expectTone(grace.page, voice, hertz, HEARD_DB);
  expect((await listen(grace.page, voice, other, 1000)).band, `${other} Hz`).toBeLessThan(HEARD_DB - 15);
}

test("F25: the microphone is unplugged in the call: the peer hears the system's within 2 s, nothing is negotiated; back, it is used again", async ({
  desk,
}, info) => {
  const headset = await desk.sound.plugIn("headset", "Headset", HEADSET_HZ);
  await chooseHeadset();
  await expectOnly(HEADSET_HZ, SYSTEM_HZ);
  const before = [await descriptionsApplied(ada.page), await descriptionsApplied(grace.page)];

  const unplugged = performance.now();
  await headset.unplug();
  const heard = await heardAfter(SYSTEM_HZ);
  await expect(ada.call.text("Headset was unplugged. Using Microphone.")).toBeVisible();
  const told = performance.now() - unplugged;
  await expectWithin(heard, 2000, "the other microphone");
  await expectWithin(told, 2500, "the notice");
  await expect.poll(() => sentDevice(ada.page), "no track of what is gone").toBe("Default");
  await expectOnly(SYSTEM_HZ, HEADSET_HZ);

  const again = await desk.sound.plugIn("headset", "Headset", HEADSET_HZ);
  const back = await heardAfter(HEADSET_HZ);
  await expect(ada.call.text("Headset is back and is your microphone again.")).toBeVisible();
  await expectOnly(HEADSET_HZ, SYSTEM_HZ);
  expect([await descriptionsApplied(ada.page), await descriptionsApplied(grace.page)]).toEqual(before);
  info.annotations.push({ type: "ms", description: JSON.stringify({ heard, told, back }) });
  console.info(
    `unplugged: heard after ${heard.toFixed()} ms, told after ${told.toFixed()} ms; back after ${back.toFixed()} ms`,
  );
  await again.unplug();
});

test("F25: who is muted stays muted when the microphone goes and comes back", async ({ desk }) => {
  const headset = await desk.sound.plugIn("headset", "Headset", HEADSET_HZ);
  await chooseHeadset();
  await expectTone(grace.page, voice, HEADSET_HZ, HEARD_DB);
  await ada.call.press("Mute");
  await expectSilence(grace.page, voice);
  await headset.unplug();
  await expect(ada.call.text("Headset was unplugged. Using Microphone.")).toBeVisible();
  await expectSilence(grace.page, voice);
  const again = await desk.sound.plugIn("headset", "Headset", HEADSET_HZ);
  await expect(ada.call.text("Headset is back and is your microphone again.")).toBeVisible();
  await expectSilence(grace.page, voice);
  await ada.call.press("Unmute");
  await expectOnly(HEADSET_HZ, SYSTEM_HZ);
  await again.unplug();
});

test("F25: the speaker is unplugged in the call: the system's plays it, and says so", async ({ desk }) => {
  const { sound } = desk;
  const module = sound
    .run(
      "pactl",
      "load-module",
      "module-null-sink",
      "sink_name=headphones",
      "sink_properties=device.description=Headphones",
    )
    .trim();
  await menu.open("Choose microphone and speaker");
  await menu.choice("Speaker", "Headphones").click();
  await expect.poll(() => voiceSink(ada.page)).toBe("Headphones");
  sound.run("pactl", "unload-module", module);
  await expect(ada.call.text("Headphones was unplugged. The sound now comes from Speakers.")).toBeVisible();
  await expect.poll(() => voiceSink(ada.page)).not.toBe("Headphones");
  await expectTone(ada.page, voice, 0, -120);
});

test("noise suppression switched in the call is heard: a hum comes and goes, nothing is negotiated", async () => {
  await expectTone(grace.page, voice, SYSTEM_HZ, HEARD_DB);
  const loud = (await listen(grace.page, voice, SYSTEM_HZ)).band;
  const before = await descriptionsApplied(ada.page);
  await menu.open("Choose microphone and speaker");
  await menu.processing("Noise suppression").click();
  await expect
    .poll(async () => (await listen(grace.page, voice, SYSTEM_HZ)).band, { timeout: 20_000 })
    .toBeLessThan(loud - 12);
  await menu.processing("Noise suppression").click();
  await expect
    .poll(async () => (await listen(grace.page, voice, SYSTEM_HZ)).band, { timeout: 20_000 })
    .toBeGreaterThan(loud - 3);
  expect(await descriptionsApplied(ada.page)).toBe(before);
});
