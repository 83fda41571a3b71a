import { type Browser, chromium } from "@playwright/test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callBrowserOptions } from "../../fixtures/chromiumLaunch";
import { desktopMissing, type DesktopPerson, expect, meet, signUp, test as base } from "../../fixtures/desktopTest";
import type { Person } from "../../fixtures/person";
import { playTone, TONE_DB, type ToneProgram } from "../../fixtures/soundPrograms";
import { type SoundServer, soundServerMissing, startSoundServer } from "../../fixtures/soundServer";
import { writeToneFile } from "../../fixtures/toneFile";
import { openTonePage, type TonePage } from "../../fixtures/tonePage";
import { until } from "../../fixtures/until";
import { streamSelector } from "../../pages/callPage";
import { bandsAt } from "./peerEar";
import { voiceCall } from "../../fixtures/talking";

const missing = desktopMissing() ?? soundServerMissing();

/** The page's window, the two terminals, the peer's own voice, the sharer's microphone. */
const PAGE_HZ = 440;
const PULSE_HZ = 660;
const NATIVE_HZ = 1000;
const PEER_HZ = 700;
const MICROPHONE_HZ = 1500;
const ALL_HZ = [PAGE_HZ, PULSE_HZ, NATIVE_HZ, PEER_HZ, MICROPHONE_HZ];
const NOTHING_DB = -70;
const shareSound = streamSelector("remoteShareSound");

interface Desk {
  readonly server: SoundServer;
  readonly page: TonePage;
  readonly peerBrowser: Browser;
  readonly terminals: readonly ToneProgram[];
}

/** A desk where three programs sound, each in a window of its own, and a peer who speaks. */
const test = base.extend<object, { desk: Desk }>({
  desk: [
    async ({ display }, use) => {
      const server = await startSoundServer();
      const folder = mkdtempSync(join(tmpdir(), "sightline-voice-"));
      const microphoneFile = join(folder, "voice.wav");
      writeToneFile(microphoneFile, PEER_HZ);
      const terminals = [
        await playTone(server, PULSE_HZ, { window: { title: "Pulse terminal", display: display.name } }),
        await playTone(server, NATIVE_HZ, {
          way: "native",
          window: { title: "Native terminal", display: display.name },
        }),
      ];
      const page = await openTonePage(server, display, PAGE_HZ);
      const peerBrowser = await chromium.launch(callBrowserOptions({ microphoneFile }));
      await use({ server, page, peerBrowser, terminals });
      await peerBrowser.close();
      await page.close();
      for (const terminal of terminals) await terminal.close();
      await server.stop();
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});
test.skip(missing !== null, missing ?? "");

let ada: DesktopPerson;
let grace: Person;

test.beforeEach(async ({ desk, newDesktop, newPerson }) => {
  ada = await newDesktop("Ada Byron", { sound: desk.server });
  grace = await newPerson("Grace Hopper", { browser: desk.peerBrowser });
  await signUp(ada);
  await meet(ada, grace);
  await voiceCall(ada, grace);
});

// What is connected to what tells a sound that was not sent from one that was not played.
test.afterEach(async ({ desk }, info) => {
  if (info.status === info.expectedStatus) return;
  for (const [name, ...words] of [["pw-link", "--links", "--id"], ["pw-dump"], ["pactl", "list", "sink-inputs"]]) {
    await info.attach(`${name}.txt`, { body: desk.server.run(name ?? "", ...words), contentType: "text/plain" });
  }
});

async function share(title: string, sound: RegExp): Promise<void> {
  await ada.call.press("Share a window");
  await ada.picker.choose(title);
  await ada.picker.chooseSound(sound);
  await ada.picker.shareButton.click();
  await expect(grace.call.stream("remoteShare")).toBeVisible();
}

/** The assertion of every plan: each of these tones as loud as its source plays it, none of the others. */
async function expectOnly(hertz: readonly number[], timeout = 30_000): Promise<void> {
  await expect(async () => {
    const levels = await bandsAt(grace.page, shareSound, ALL_HZ);
    for (const [index, tone] of ALL_HZ.entries()) {
      const level = levels[index] ?? Number.NaN;
      if (hertz.includes(tone)) expect(Math.abs(level - TONE_DB), `${tone} Hz at ${level} dB`).toBeLessThanOrEqual(3);
      else expect(level, `${tone} Hz`).toBeLessThanOrEqual(NOTHING_DB);
    }
  }).toPass({ timeout });
}

/** What a plain loopback would send: everything the speakers play, our own call included. */
async function sendPlainLoopback(server: SoundServer): Promise<void> {
  server.run("pactl", "load-module", "module-remap-source", "master=speakers.monitor", "source_name=plain");
  await ada.page.evaluate(async () => {
    const devices = navigator.mediaDevices;
    const find = async () => (await devices.enumerateDevices()).find(({ label }) => /remapped/i.test(label));
    let plain = await find();
    while (!plain) {
      await new Promise((resolve) => devices.addEventListener("devicechange", resolve, { once: true }));
      plain = await find();
    }
    const untouched = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 2 };
    const stream = await devices.getUserMedia({ audio: { deviceId: { exact: plain.deviceId }, ...untouched } });
    const [, , , slot] = window.sightlineSpy.peers.at(-1)?.getTransceivers() ?? [];
    await slot?.sender.replaceTrack(stream.getAudioTracks()[0] ?? null);
  });
}

test("sound of the app: the browser's window alone is heard, as loud as it plays; a plain loopback fails the same assertion", async ({
  desk,
}) => {
  await share(desk.page.title, /Chromium/);
  await expectOnly([PAGE_HZ]);
  await sendPlainLoopback(desk.server);
  await expect(async () => {
    const [page = 0, , , peer = -160] = await bandsAt(grace.page, shareSound, ALL_HZ);
    expect(page).toBeGreaterThan(TONE_DB - 3);
    expect(peer, "the peer's own voice comes back").toBeGreaterThan(NOTHING_DB);
  }).toPass({ timeout: 20_000 });
  await expect(expectOnly([PAGE_HZ], 3_000)).rejects.toThrow();
});

test("sound of the app: a terminal's window brings what runs in it, by PulseAudio and by PipeWire", async () => {
  await share("Pulse terminal", /XTerm/);
  await expectOnly([PULSE_HZ]);
  await ada.call.press("Stop sharing");
  await share("Native terminal", /XTerm/);
  await expectOnly([NATIVE_HZ]);
});

test("all sound except Sightline: the others are heard, the peer's own voice is not", async ({ desk }) => {
  await share(desk.page.title, /[Aa]ll sound/);
  await expectOnly([PAGE_HZ, PULSE_HZ, NATIVE_HZ]);
});

test("no sound: silence", async ({ desk }) => {
  await share(desk.page.title, /No sound/);
  await expect(ada.call.text("without sound")).toBeVisible();
  await expectOnly([]);
});

test("the source of the sound vanishes: silence, never the microphone, and the sharer is told", async ({ desk }) => {
  await share(desk.page.title, /Chromium/);
  await expectOnly([PAGE_HZ]);
  const graph = JSON.parse(desk.server.run("pw-dump")) as {
    id: number;
    info?: { props?: Record<string, unknown> };
  }[];
  const recorder = graph.find(({ info }) => String(info?.props?.["node.name"]).startsWith("sightline-share"));
  desk.server.run("pw-cli", "destroy", String(recorder?.id));
  await expect(ada.call.text("The shared sound is gone.")).toBeVisible();
  await expectOnly([]);
  expect((await bandsAt(grace.page, shareSound, [MICROPHONE_HZ]))[0]).toBeLessThanOrEqual(NOTHING_DB);
});

test("an app that dies in the middle of a share leaves no recorder behind", async ({ desk }) => {
  await share(desk.page.title, /Chromium/);
  const recorders = () => /sightline-share/.test(desk.server.run("pw-link", "-i"));
  await until("the recorder", recorders);
  ada.app.process().kill("SIGKILL");
  await until("the recorder to go", () => !recorders());
});
