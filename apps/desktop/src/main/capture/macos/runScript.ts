import { execFile } from "node:child_process";

/** Starting it takes some 100 ms; longer than this and the picker goes without the answer. */
const LIMIT_MS = 3_000;
const LONGEST_ANSWER = 65_536;

/** Runs JavaScript for Automation. Values go in as arguments, never into the text. Rejects on failure or delay. */
export function runScript(script: string, values: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      "/usr/bin/osascript",
      ["-l", "JavaScript", "-e", script, ...values],
      { timeout: LIMIT_MS, killSignal: "SIGKILL", maxBuffer: LONGEST_ANSWER, encoding: "utf8" },
      (error, output) => (error ? reject(error) : resolve(output.trim())),
    );
  });
}
