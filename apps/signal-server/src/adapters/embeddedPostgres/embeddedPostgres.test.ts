import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "./index";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
let running: EmbeddedPostgres[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "embedded-postgres-"));
  // Under root PostgreSQL runs as another user, who must be let in.
  await chmod(folder, 0o755);
  running = [];
});

afterEach(async () => {
  for (const database of running) await database.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(dataDir = join(folder, "data"), log: (line: string) => void = () => undefined) {
  const database = await startEmbeddedPostgres({ dataDir, log });
  running.push(database);
  return database;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverPid = async (): Promise<number> =>
  Number((await readFile(join(folder, "data", "cluster", "postmaster.pid"), "utf8")).split("\n")[0]);

test("keeps its data over a stop and a second start, and listens on the loopback address only", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (word text); INSERT INTO kept VALUES ('still here')");
  expect(await query(first.url, "SHOW listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  await first.stop();
  await expect(query(first.url, "SELECT 1")).rejects.toThrow();
  const lines: string[] = [];
  const second = await start(undefined, (line) => lines.push(line));
  expect(await query(second.url, "SELECT word FROM kept")).toEqual([{ word: "still here" }]);
  expect(lines.at(-1)).toMatch(/^PostgreSQL \d+ started on port \d+, data in .*cluster\.$/);
});

test("a second start while the first lives shares the server and leaves it running", async () => {
  const first = await start();
  const pid = await serverPid();
  const guest = await start();
  expect(guest.url).toBe(first.url);
  await guest.stop();
  expect(await serverPid()).toBe(pid);
  expect(await query(first.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("starts made in the same instant end on one server", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one?.url).toBe(other?.url);
});

test("recovers after its server was killed, with everything that was committed", async () => {
  const first = await start();
  await query(first.url, "CREATE TABLE kept (n int); INSERT INTO kept SELECT generate_series(1, 1000)");
  process.kill(await serverPid(), "SIGKILL");
  const second = await start();
  expect(await query(second.url, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

test("a server whose owner was killed is taken over and stopped by the next one", async () => {
  const first = await start();
  const noSuchProcess = 2 ** 22 + 1;
  await writeFile(join(folder, "data", "owner.pid"), `${noSuchProcess}\n`);
  const heir = await start();
  expect(heir.url).toBe(first.url);
  await heir.stop();
  await expect(query(first.url, "SELECT 1")).rejects.toThrow();
});

test("a stale postmaster.pid that names a living process and a foreign port is not taken for a server", async () => {
  const first = await start();
  const pidFile = join(folder, "data", "cluster", "postmaster.pid");
  const lines = (await readFile(pidFile, "utf8")).split("\n");
  await first.stop();
  const stranger = createServer((socket) => socket.destroy());
  await new Promise<void>((listening) => stranger.listen(Number(lines[3]), "127.0.0.1", listening));
  try {
    await writeFile(pidFile, ["1", ...lines.slice(1)].join("\n"));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await query(second.url, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  } finally {
    stranger.close();
  }
});

test.runIf(process.getuid?.() === 0)(
  "under root, a folder closed to PostgreSQL's user is replaced by one it may enter (needs root)",
  async () => {
    await chmod(folder, 0o700);
    const lines: string[] = [];
    const database = await start(undefined, (line) => lines.push(line));
    const elsewhere = (await readFile(join(folder, "data", "location"), "utf8")).trim();
    try {
      expect(lines.join("\n")).toContain(`The database is kept in ${elsewhere}`);
      await query(database.url, "CREATE TABLE kept (n int)");
      await database.stop();
      expect(await query((await start()).url, "SELECT * FROM kept")).toEqual([]);
    } finally {
      for (const each of running) await each.stop();
      await rm(elsewhere, { recursive: true, force: true });
    }
  },
);

test("keeps the password from other users of the machine", async () => {
  await start();
  const { mode } = await stat(join(folder, "data", "cluster", "launcher.password"));
  expect(mode & 0o077).toBe(0);
});

test("says in one sentence that the folder cannot be written", async () => {
  const file = join(folder, "a-file");
  await writeFile(file, "");
  await expect(start(join(file, "data"))).rejects.toThrow(
    /^The data folder .*data cannot be written \(ENOTDIR\); choose another one\.$/,
  );
});

test.runIf(process.platform === "linux")(
  "does not hang where the system forbids new folders (needs the /proc of Linux)",
  async () => {
    await expect(start("/proc/sightline/data")).rejects.toThrow(/cannot be written/);
  },
);
