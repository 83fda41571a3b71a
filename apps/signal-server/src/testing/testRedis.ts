import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { freePort } from "../adapters/embeddedPostgres/freePort";

/** Is there a Redis on this machine? */
export const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
  /** It is there and answers nothing, or goes on where it was. */
  freeze(frozen: boolean): void;
  start(): Promise<void>;
}

/** A Redis of its own, which keeps nothing. */
export async function startTestRedis(): Promise<TestRedis> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const start = async () => {
    child = spawn("redis-server", ["--port", String(port), "--save", "", "--appendonly", "no"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (!child.stdout) throw new Error("no output to read");
    for await (const line of createInterface(child.stdout)) if (line.includes("Ready to accept")) return;
    throw new Error("redis-server ended");
  };
  await start();
  return {
    url: `redis://127.0.0.1:${port}`,
    start,
    freeze: (frozen) => void child?.kill(frozen ? "SIGSTOP" : "SIGCONT"),
    async stop() {
      const ending = child;
      child = null;
      if (!ending) return;
      const ended = once(ending, "exit");
      ending.kill("SIGKILL");
      await ended;
    },
  };
}
