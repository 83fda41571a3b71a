import { spawn } from "node:child_process";
import { root } from "./root.mjs";

/**
 * @typedef {{ readonly code: number | null, readonly output: string }} Ended
 */

/**
 * Runs a program quietly and answers how it ended; past `limitMs` it is killed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, limitMs?: number, shell?: boolean }} [options]
 * @returns {Promise<Ended>}
 */
export function run(program, args, { env = process.env, limitMs, shell = false } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      shell,
      timeout: limitMs,
      killSignal: "SIGKILL",
      stdio: ["ignore", "pipe", "pipe"],
    });
    /** @type {Buffer[]} */
    const said = [];
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.once("error", (error) => done({ code: null, output: error.message }));
    child.once("close", (code) => done({ code, output: Buffer.concat(said).toString().trim() }));
  });
}

/**
 * The npm that started this script, else the one on the PATH (on Windows a batch file, which needs a shell).
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return run(process.execPath, [npm, ...args]);
  return run("npm", args, { shell: process.platform === "win32" });
}
