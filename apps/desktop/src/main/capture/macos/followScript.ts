import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A script that prints until it is stopped. */
export interface RunningScript {
  stop(): void;
}

/** Runs JavaScript for Automation and tells each line it prints. Values go in as arguments, never into the text. */
export function followScript(
  script: string,
  values: readonly string[],
  on: { line(line: string): void; end(): void },
): RunningScript {
  const words = ["-l", "JavaScript", "-e", script, ...values];
  const child = spawn("/usr/bin/osascript", words, { stdio: ["ignore", "pipe", "ignore"] });
  createInterface({ input: child.stdout }).on("line", (line) => on.line(line));
  let over = false;
  const end = () => {
    if (!over) on.end();
    over = true;
  };
  child.once("error", end);
  child.once("close", end);
  return {
    stop() {
      over = true;
      child.kill("SIGTERM");
    },
  };
}
