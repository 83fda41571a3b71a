import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Binaries, programOf } from "./binaries";
import { freePort } from "./freePort";
import type { Home } from "./home";
import { findLive, type Postmaster } from "./postmaster";
import { cleanEnvironment, runProgram } from "./runProgram";

const RECOVERY_MS = 60_000;
const RETRY_MS = 10_000;
const POLL_MS = 50;

/** What a server that died a moment ago makes its successor say until the system has cleared it away. */
const PASSING_FAULT = /lock file .* already exists|shared memory block .* still in use|could not bind|Address already/;

const logFileOf = (home: Home): string => join(home.folder, "postgres.log");

function openLog(home: Home): number {
  const file = logFileOf(home);
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return openSync(file, "w", 0o600);
}

const settings = (port: number): string[] => [
  `port=${port}`,
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
];

/** Own process group: Ctrl-C reaches all of a terminal's group and must not stop the database before its user. */
function spawnServer(home: Home, binaries: Binaries, port: number): ChildProcess {
  const output = openLog(home);
  const flags = settings(port).flatMap((setting) => ["-c", setting]);
  const onWindows = process.platform === "win32";
  // On Windows only pg_ctl can give up administrator rights, which PostgreSQL refuses to run with.
  const program = programOf(binaries, onWindows ? "pg_ctl" : "postgres");
  const quoted = flags.map((flag) => `"${flag}"`).join(" ");
  const args = onWindows ? ["start", "-w", "-D", home.cluster, "-o", quoted] : ["-D", home.cluster, ...flags];
  const child = spawn(program, args, {
    ...home.account,
    cwd: home.cluster,
    env: cleanEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  child.unref();
  return child;
}

interface Exit {
  readonly failed: boolean;
}

function exitOf(child: ChildProcess): Promise<Exit> {
  return new Promise((done) => {
    child.once("error", () => done({ failed: true }));
    child.once("exit", (code) => done({ failed: code !== 0 || process.platform !== "win32" }));
  });
}

async function untilReady(home: Home, child: ChildProcess): Promise<Postmaster | undefined> {
  let exit: Exit | undefined;
  void exitOf(child).then((result) => {
    exit = result;
  });
  const deadline = Date.now() + RECOVERY_MS;
  while (Date.now() < deadline) {
    const live = await findLive(home.cluster);
    if (live) return live;
    if (exit?.failed) return undefined;
    await pause(POLL_MS);
  }
  child.kill("SIGQUIT");
  return undefined;
}

/** A server this process started, or one it found running (`started` is false). */
export interface RunningServer extends Postmaster {
  readonly started: boolean;
}

/** Finds the cluster's live server or starts one; waits up to a minute for recovery after a crash. */
export async function attachOrLaunch(home: Home, binaries: Binaries): Promise<RunningServer> {
  const giveUp = Date.now() + RETRY_MS;
  for (;;) {
    const live = await findLive(home.cluster);
    if (live) return { ...live, started: false };
    const child = spawnServer(home, binaries, await freePort());
    const ready = await untilReady(home, child);
    if (ready) return { ...ready, started: process.platform === "win32" || ready.pid === child.pid };
    const said = await readFile(logFileOf(home), "utf8").catch(() => "");
    if (!PASSING_FAULT.test(said) || Date.now() > giveUp) {
      throw new Error(`PostgreSQL did not start: ${said.trim().split("\n").slice(-3).join(" ")} (${logFileOf(home)})`);
    }
    await pause(POLL_MS * 4);
  }
}

/** Stops the server ("fast": open transactions are rolled back) and waits until it has gone. */
export async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  const args = ["stop", "-D", home.cluster, "-m", "fast", "-w", "-t", "30"];
  try {
    await runProgram(programOf(binaries, "pg_ctl"), args, home.account);
  } catch (error) {
    if (await findLive(home.cluster)) throw error;
  }
}
