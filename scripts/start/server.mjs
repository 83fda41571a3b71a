import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Fault } from "../setup/fault.mjs";
import { inRoot, root } from "../setup/root.mjs";

const READY_LIMIT_MS = 90_000;
const POLL_MS = 50;
const LAST_LINES = 15;

/** @typedef {{ readonly code: number }} Exit */

/**
 * @typedef {object} Server
 * @property {string} address what to open in a browser
 * @property {string} logFile
 * @property {Promise<Exit>} ended
 * @property {(signal: NodeJS.Signals) => void} signal
 */

/** @type {(file: string) => number} */
function openLog(file) {
  if (existsSync(file)) renameSync(file, `${file}.1`);
  return openSync(file, "w", 0o600);
}

/**
 * @param {import("./options.mjs").StartOptions} options
 * @returns {Server}
 */
export function launchServer({ port, host, dataDir }) {
  const address = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
  const logFile = join(dataDir, "server.log");
  const output = openLog(logFile);
  const settings = { PORT: `${port}`, HOST: host, DATA_DIR: dataDir, PUBLIC_URL: address };
  const child = spawn(process.execPath, [inRoot("apps", "signal-server", "dist", "main.js")], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", WEB_ROOT: inRoot("apps", "desktop", "dist-web"), ...settings },
    // Ctrl-C reaches a terminal's whole process group; the server shall hear it once, from here. Windows has no groups.
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  /** @type {Promise<Exit>} */
  const ended = new Promise((done) => {
    child.once("error", () => done({ code: 1 }));
    child.once("exit", (code) => done({ code: code ?? 1 }));
  });
  return { address, logFile, ended, signal: (signal) => void child.kill(signal) };
}

/** @type {(logFile: string) => string} */
const lastWords = (logFile) => readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-LAST_LINES).join("\n");

/** @type {(port: number, host: string) => Promise<boolean>} */
async function answers(port, host) {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  try {
    const response = await fetch(`http://${reachable}:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Waits until the server answers /readyz.
 * @param {Server} server
 * @param {import("./options.mjs").StartOptions} options
 */
export async function untilReady(server, { port, host }) {
  const gone = new AbortController();
  void server.ended.then(() => gone.abort());
  const deadline = Date.now() + READY_LIMIT_MS;
  while (!gone.signal.aborted && Date.now() < deadline) {
    if (await answers(port, host)) return;
    await pause(POLL_MS);
  }
  const what = gone.signal.aborted ? "stopped while starting" : `was not ready after ${READY_LIMIT_MS / 1000} s`;
  throw new Fault(`The server ${what}. The end of ${server.logFile}:\n${lastWords(server.logFile)}`);
}

/**
 * Where the data really is: under root the database may have had to go elsewhere, and notes the place.
 * @param {string} dataDir
 */
export function databaseFolder(dataDir) {
  const note = join(dataDir, "postgres", "location");
  return existsSync(note) ? `${dataDir} and ${readFileSync(note, "utf8").trim()}` : dataDir;
}
