import { expect, test } from "@playwright/test";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { playTone, TONE_DB, type ToneProgram } from "../../fixtures/soundPrograms";
import { type SoundServer, soundServerMissing, startSoundServer } from "../../fixtures/soundServer";
import { type SoundTree, startSoundTree } from "../../fixtures/soundTree";
import { until } from "../../fixtures/until";
import { record, type Recording } from "./recording";

const missing = soundServerMissing();
test.skip(missing !== null, missing ?? "");

const NOTHING_DB = -70;
const MICROPHONE_HZ = 1500;

let server: SoundServer;
let tree: SoundTree;
let others: ToneProgram[];
let running: Recording[];

test.beforeAll(async () => {
  server = await startSoundServer();
  process.env.XDG_RUNTIME_DIR = server.env.XDG_RUNTIME_DIR;
  others = [await playTone(server, 660), await playTone(server, 1000, { way: "native" })];
});
test.afterAll(async () => {
  for (const other of others) await other.close();
  await server.stop();
});
test.beforeEach(async () => {
  tree = await startSoundTree(server);
  running = [];
});
test.afterEach(async () => {
  for (const recording of running) await recording.stop();
  await tree.close();
});

async function recordTree(): Promise<Recording> {
  const recording = await record({ kind: "process", pid: tree.pid });
  running.push(recording);
  return recording;
}

async function expectOnly(recording: Recording, hertz: readonly number[]): Promise<void> {
  for (const tone of hertz) await recording.heard(tone, TONE_DB - 3);
  for (const tone of hertz) expect(Math.abs((await recording.level(tone)) - TONE_DB)).toBeLessThanOrEqual(3);
  const foreign = [440, 550, 660, 700, 1000, MICROPHONE_HZ].filter((tone) => !hertz.includes(tone));
  for (const tone of foreign) expect(await recording.level(tone)).toBeLessThanOrEqual(NOTHING_DB);
}

function recorders(): readonly string[] {
  return server
    .run("pw-link", "-i")
    .split("\n")
    .filter((line) => line.startsWith("sightline-share"));
}

test("the app's tone is there as loud as it plays, nothing else is, and the person goes on hearing it", async () => {
  await tree.play(440);
  const recording = await recordTree();
  await expectOnly(recording, [440]);
  expect(server.run("pw-link", "-l")).toMatch(/speakers:playback_FL\n(\s+\|<- .*\n)*\s+\|<- (tone-440|pacat)/);
});

test("a program that starts after the share, stops and starts again is followed, by PulseAudio and PipeWire", async () => {
  const recording = await recordTree();
  expect(await recording.level(440)).toBeLessThanOrEqual(NOTHING_DB);
  const first = await tree.play(440, "pulse");
  await expectOnly(recording, [440]);
  tree.quiet(first);
  await recording.gone(440, NOTHING_DB);
  await tree.play(550, "native");
  await expectOnly(recording, [550]);
});

test("two programs of one tree sound together", async () => {
  await tree.play(440);
  await tree.play(550, "native");
  await expectOnly(await recordTree(), [440, 550]);
});

test("a window's program does not bring its siblings along", async () => {
  const wanted = await tree.play(440);
  await tree.play(550);
  const recording = await record({ kind: "process", pid: wanted });
  running.push(recording);
  await expectOnly(recording, [440]);
});

test("ten streams are wired, and unwired when they end", async () => {
  const recording = await recordTree();
  const tones = Array.from({ length: 10 }, (_, index) => 2000 + index * 200);
  const children = [];
  for (const tone of tones) children.push(await tree.play(tone, tone % 400 === 0 ? "pulse" : "native"));
  for (const tone of tones) await recording.heard(tone, TONE_DB - 3);
  for (const child of children) tree.quiet(child);
  for (const tone of tones) await recording.gone(tone, NOTHING_DB);
});

test("everything but us: the others are there, what we play is not", async () => {
  await tree.play(700);
  const recording = await record({ kind: "others" }, tree.pid);
  running.push(recording);
  await expectOnly(recording, [660, 1000]);
});

test("an app chosen from the list is followed through its restart", async () => {
  const first = await playTone(server, 440);
  const recording = await record({ kind: "app", key: "pacat|tone-440" });
  running.push(recording);
  await expectOnly(recording, [440]);
  await first.close();
  await recording.gone(440, NOTHING_DB);
  const second = await playTone(server, 440);
  await expectOnly(recording, [440]);
  await second.close();
});

test("when what sounds vanishes there is silence, never the microphone", async () => {
  const only = await tree.play(440);
  const recording = await recordTree();
  await recording.heard(440, TONE_DB - 3);
  tree.quiet(only);
  await recording.gone(440, NOTHING_DB);
  expect(server.run("pw-link", "-o"), "there is one to be heard").toContain("microphone:capture_FL");
  expect(await recording.level(MICROPHONE_HZ, 3000)).toBeLessThanOrEqual(NOTHING_DB);
});

test("whatever somebody else connects to the recorder is not passed on, and is disconnected", async () => {
  await tree.play(440);
  const recording = await recordTree();
  await recording.heard(440, TONE_DB - 3);
  const [input = ""] = recorders();
  server.run("pw-link", "microphone:capture_FL", input);
  await until("the foreign link to be cut", () => !/microphone:capture_FL\n\s+\|->/.test(server.run("pw-link", "-l")));
  expect(await recording.level(MICROPHONE_HZ)).toBeLessThanOrEqual(NOTHING_DB);
  await expectOnly(recording, [440]);
});

test("a recorder that dies is told and stays silent", async () => {
  await tree.play(440);
  const recording = await recordTree();
  await recording.heard(440, TONE_DB - 3);
  const [input = ""] = recorders();
  const name = input.split(":")[0] ?? "";
  const graph = JSON.parse(server.run("pw-dump")) as {
    id: number;
    info?: { props?: Record<string, unknown> };
  }[];
  const node = graph.find(({ info }) => info?.props?.["node.name"] === name);
  server.run("pw-cli", "destroy", String(node?.id));
  await until("the loss to be told", () => recording.lost());
  expect(await recording.level(MICROPHONE_HZ, 1000)).toBeLessThanOrEqual(NOTHING_DB);
});

test("a link that was refused once is asked for again, though nothing else changes", async () => {
  await tree.play(440);
  const folder = mkdtempSync(join(tmpdir(), "sightline-tools-"));
  const [refused, path = ""] = [join(folder, "refused"), process.env.PATH];
  const refuseOnce = `mkdir "${refused}$2" 2>/dev/null && exit 1\nPATH='${path}' exec pw-link "$@"`;
  writeFileSync(join(folder, "pw-link"), `#!/bin/sh\n${refuseOnce}\n`, { mode: 0o755 });
  process.env.PATH = `${folder}:${path}`;
  const recording = await recordTree();
  await recording.heard(440, TONE_DB - 3);
  process.env.PATH = path;
  expect(readdirSync(folder).length, "left and right were refused").toBeGreaterThan(2);
  rmSync(folder, { recursive: true });
});

test("after it stopped nothing of it is left", async () => {
  await tree.play(440);
  const recording = await recordTree();
  await recording.heard(440, TONE_DB - 3);
  expect(recorders()).not.toEqual([]);
  await recording.stop();
  await until("the recorder to go", () => recorders().length === 0);
  expect(await recording.level(440, 500)).toBe(-160);
});
