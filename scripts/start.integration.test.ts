import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { freePort, isFree, processesWith, Start } from "./testing/startRig";

const onLinux = process.platform === "linux";
let folder: string;
let dataDir: string;
let running: Start[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sightline-start-"));
  // Under root PostgreSQL runs as another user, who must be let in.
  await chmod(folder, 0o755);
  dataDir = join(folder, "data");
});

afterEach(async () => {
  for (const each of running) each.signal("SIGINT");
  await Promise.all(running.map((each) => each.ended));
  running = [];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

function start(...args: string[]): Start {
  const started = new Start(...args);
  running.push(started);
  return started;
}

async function startReady(): Promise<{ started: Start; port: number }> {
  const port = await freePort();
  const started = start("--port", `${port}`, "--data", dataDir);
  await started.says("No desktop app: ");
  return { started, port };
}

test("--help lists the options and starts nothing", async () => {
  const help = start("--help");
  expect(await help.ended).toBe(0);
  for (const option of ["--port", "--data", "--host", "--no-desktop"]) expect(help.output).toContain(option);
});

test("an unknown option is told in one sentence", async () => {
  const wrong = start("--prot", "1");
  expect(await wrong.ended).toBe(1);
  expect(wrong.output).toBe("Unknown option '--prot'; npm start -- --help lists the options.\n");
});

test("a taken port is told in one sentence, before anything slow", async () => {
  const other = createServer();
  const port = await freePort();
  await new Promise<void>((listening) => other.listen(port, "127.0.0.1", listening));
  const refused = start("--port", `${port}`, "--data", dataDir);
  expect(await refused.ended).toBe(1);
  expect(refused.output).toBe(`Port ${port} is in use already; stop what uses it, or choose another with --port.\n`);
  other.close();
});

test("a folder that cannot be written is told in one sentence", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  const refused = start("--port", `${await freePort()}`, "--data", join(file, "data"));
  expect(await refused.ended).toBe(1);
  expect(refused.output).toBe(
    `The data folder ${join(file, "data")} cannot be written (ENOTDIR); choose another with --data.\n`,
  );
});

test("serves the web app, names the data folder, and leaves nothing behind after Ctrl-C", async () => {
  const { started, port } = await startReady();
  expect(started.output).toContain(`Sightline is ready: http://localhost:${port}\n`);
  expect(started.output).toContain(`Data is kept in ${dataDir}`);
  expect(started.output).toMatch(/^No desktop app: .+\. Open http:\/\/localhost:\d+ in a browser\.$/m);
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toContain('<div id="root">');
  started.signal("SIGINT");
  expect(await started.ended).toBe(0);
  expect(await isFree(port)).toBe(true);
  expect(existsSync(join(dataDir, "postgres", "cluster", "postmaster.pid"))).toBe(false);
  if (onLinux) expect(processesWith(dataDir)).toEqual([]);
});

test("a second start builds nothing and takes seconds", async () => {
  const began = performance.now();
  const { started } = await startReady();
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(started.output).not.toMatch(/Building|Installing|Creating/);
});

test.runIf(onLinux)("ends with a code other than 0 when the server dies (found by /proc: Linux only)", async () => {
  const { started } = await startReady();
  const ofTheServer = processesWith("signal-server/dist/main.js");
  const servers = processesWith(`DATA_DIR=${dataDir}`).filter((pid) => ofTheServer.includes(pid));
  expect(servers).toHaveLength(1);
  process.kill(servers[0] ?? 0, "SIGKILL");
  expect(await started.ended).toBe(1);
  expect(started.output).toContain("The server ended by itself (code 1)");
});

test("a start after such a death takes the database over and stops it", async () => {
  const { started } = await startReady();
  started.signal("SIGTERM");
  expect(await started.ended).toBe(0);
  if (onLinux) expect(processesWith(dataDir)).toEqual([]);
});
