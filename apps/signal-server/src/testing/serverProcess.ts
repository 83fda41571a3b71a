import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { build } from "vite";

const app = resolve(import.meta.dirname, "../..");
/** Under the app, where the built server finds its packages. */
const BUILT = join(app, "node_modules/.built-for-tests");

export interface ServerProcess {
  readonly url: string;
  /** Ends it with this signal and waits until it is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

/** The server as operators run it, so that it can die like one. */
export async function startServerProcess(databaseUrl: string, redisUrl: string): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), "sightline-process-"));
  const outDir = join(BUILT, String(process.pid));
  await build({ configFile: join(app, "vite.config.ts"), logLevel: "error", build: { outDir, emptyOutDir: true } });
  const settings = { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, DATA_DIR: dataDir, PORT: "0" };
  const child = spawn(process.execPath, [join(outDir, "main.js")], {
    env: { PATH: process.env.PATH, ...settings, BCRYPT_COST: "4", RATE_LIMITS: "relaxed", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  return {
    url,
    async end(signal) {
      const ended = once(child, "exit");
      child.kill(signal);
      await ended;
      for (const folder of [dataDir, outDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error("no output to read");
  for await (const line of createInterface(stdout)) {
    const [, url] = /ready at (\S+)/.exec(line) ?? [];
    if (url) return url;
  }
  throw new Error("the server ended before it was ready");
}
