import { existsSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";

const DOWNLOAD_LIMIT_MS = 180_000;

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const programs = { darwin: "Electron.app/Contents/MacOS/Electron", win32: "electron.exe" };
const program = programs[process.platform] ?? "electron";

/** @returns {string | undefined} the Electron that is on this machine already */
function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const installed = inRoot("node_modules", "electron");
  // path.txt is the last thing its installer writes: without it the download did not end.
  if (!override && !existsSync(join(installed, "path.txt"))) return undefined;
  const file = join(override ?? join(installed, "dist"), program);
  return existsSync(file) ? file : undefined;
}

/**
 * Finds Electron or downloads it, within a time limit.
 * @param {(line: string) => void} log
 * @returns {Promise<string | undefined>}
 */
export async function ensureElectron(log) {
  const found = findElectron();
  if (found) return found;
  log("Getting Electron, about 120 MB …");
  await run(process.execPath, [inRoot("node_modules", "electron", "install.js")], { limitMs: DOWNLOAD_LIMIT_MS });
  return findElectron();
}
