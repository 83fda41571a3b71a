import { type ChildProcessByStdio, execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Readable } from "node:stream";

/** The stock tools of PipeWire (Debian and Ubuntu: `pipewire-bin`, Fedora: `pipewire-utils`). */
const TOOLS = ["pw-dump", "pw-record", "pw-link"];
const ANSWER_WITHIN_MS = 3_000;

export type RunningTool = ChildProcessByStdio<null, Readable, null>;

/** Which of the tools are not installed. */
export function missingTools(path = process.env.PATH ?? ""): readonly string[] {
  return TOOLS.filter((tool) => !onPath(tool, path));
}

/** Runs a tool to its end; null when it is missing, fails or does not end. Arguments are passed, never interpreted. */
export function askTool(tool: string, args: readonly string[]): Promise<string | null> {
  return new Promise((done) => {
    const options = { timeout: ANSWER_WITHIN_MS, maxBuffer: 32 * 1024 * 1024, env: plainEnvironment() };
    execFile(tool, [...args], options, (error, stdout) => done(error ? null : stdout));
  });
}

/** Starts a tool that runs until it is ended, and that ends with us even when we crash, where `setpriv` is there. */
export function startTool(tool: string, args: readonly string[]): RunningTool {
  const words = onPath("setpriv") ? ["--pdeathsig", "TERM", tool, ...args] : args;
  const program = words === args ? tool : "setpriv";
  return spawn(program, words, { stdio: ["ignore", "pipe", "ignore"], env: plainEnvironment() });
}

/** Ends a tool and waits until it is gone. */
export function endTool(tool: RunningTool): Promise<void> {
  if (tool.exitCode !== null || tool.signalCode !== null || tool.pid === undefined) return Promise.resolve();
  return new Promise((done) => {
    tool.once("close", () => done());
    tool.kill("SIGTERM");
  });
}

/** The tools speak the language we read. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: "C" };
}

function onPath(name: string, path = process.env.PATH ?? ""): boolean {
  return path.split(delimiter).some((folder) => folder !== "" && existsSync(join(folder, name)));
}
