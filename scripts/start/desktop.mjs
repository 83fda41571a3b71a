import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { ensureBuilt } from "../setup/build.mjs";
import { ensureElectron } from "../setup/electron.mjs";
import { inRoot, root } from "../setup/root.mjs";

/**
 * Why this machine cannot show the desktop app, or nothing.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {number | undefined} uid
 * @returns {string | undefined}
 */
export function reasonAgainstDesktop(env, platform, uid) {
  if (platform !== "linux") return undefined;
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return "there is no display";
  if (uid === 0) return "Electron refuses to run its sandbox as root";
  return undefined;
}

/**
 * @param {string} electron
 * @param {string} address
 * @param {string} logFile
 */
function launch(electron, address, logFile) {
  const output = openSync(logFile, "w", 0o600);
  const child = spawn(electron, [inRoot("apps", "desktop")], {
    cwd: root,
    env: { ...process.env, SIGHTLINE_SERVER_ADDRESS: address },
    detached: process.platform !== "win32",
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  return child;
}

/**
 * Opens the desktop app; says in one line why not, where that cannot be.
 * @param {string} address of the server
 * @param {string} logFile for what the app writes to its console
 * @param {(line: string) => void} log
 * @param {AbortSignal} stopped
 * @returns {Promise<void>}
 */
export async function openDesktop(address, logFile, log, stopped) {
  const reason = reasonAgainstDesktop(process.env, process.platform, process.getuid?.());
  if (reason) return log(`No desktop app: ${reason}. Open ${address} in a browser.`);
  await ensureBuilt(["desktop"], log);
  const electron = await ensureElectron(log);
  if (stopped.aborted) return;
  if (!electron) return log(`No desktop app: Electron could not be downloaded. Open ${address} in a browser.`);
  log(`Opening the desktop app; in a browser it is ${address}.`);
  const child = launch(electron, address, logFile);
  child.once("error", (error) => log(`The desktop app did not start: ${error.message}`));
  child.once("exit", (code) => {
    if (stopped.aborted) return;
    const how = code === 0 ? "was closed" : `ended by itself (see ${logFile})`;
    log(`The desktop app ${how}; the server goes on at ${address}. Ctrl-C stops it.`);
  });
  stopped.addEventListener("abort", () => void child.kill("SIGTERM"));
}
