import { type ChildProcess, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { inRoot, root } from "../setup/root.mjs";

/** Whether nobody listens on that port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const trial = createServer();
    trial.once("error", () => answer(false));
    trial.listen(port, "127.0.0.1", () => trial.close(() => answer(true)));
  });
}

/** A free port below those that systems lend to outgoing connections. */
export async function freePort(): Promise<number> {
  const port = randomInt(20_000, 32_000);
  return (await isFree(port)) ? port : freePort();
}

/** One `npm start`, without the npm. */
export class Start {
  readonly ended: Promise<number | null>;
  output = "";
  readonly #child: ChildProcess;
  #wake: () => void = () => undefined;

  constructor(...args: string[]) {
    const { DISPLAY: _x11, WAYLAND_DISPLAY: _wayland, DATABASE_URL: _database, ...env } = process.env;
    this.#child = spawn(process.execPath, [inRoot("scripts", "start.cjs"), ...args], { cwd: root, env });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (chunk: Buffer) => {
        this.output += chunk.toString();
        this.#wake();
      });
    }
    this.ended = new Promise((done) => {
      this.#child.once("close", (code) => {
        done(code);
        this.#wake();
      });
    });
  }

  /** Waits until it has printed that; rejects with all it said when it ends before. */
  async says(words: string): Promise<void> {
    while (!this.output.includes(words)) {
      if (this.#child.exitCode !== null) throw new Error(`ended without saying "${words}":\n${this.output}`);
      await new Promise<void>((next) => {
        this.#wake = next;
      });
    }
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }
}

/** Linux: the ids of all processes that have these words in their command line or environment. */
export function processesWith(words: string): number[] {
  const read = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "utf8");
    } catch {
      return "";
    }
  };
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => `${read(pid, "cmdline")}${read(pid, "environ")}`.includes(words)).map(Number);
}
