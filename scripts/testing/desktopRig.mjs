import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureElectron } from "../setup/electron.mjs";
import { inRoot } from "../setup/root.mjs";

const PROGRAMS = ["Xvfb", "openbox", "xprop", "wmctrl"];

/** A test machine's own way to an Electron: runs the command it is given with one in its environment. */
const testRuntime = inRoot("..", "shared", "electron-runtime", "run");

/** @type {(name: string) => boolean} */
const onPath = (name) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));

/** @typedef {{ readonly through: readonly string[] } | { readonly missing: string }} DesktopRig */

/**
 * What the desktop suite needs: a screen it can draw on and an Electron. `through` is what its command is run through.
 * @param {(line: string) => void} log
 * @returns {Promise<DesktopRig>}
 */
export async function prepareDesktopRig(log) {
  if (process.platform !== "linux") return { missing: "its rig is an X11 screen, which is for Linux" };
  const absent = PROGRAMS.filter((name) => !onPath(name));
  if (absent.length > 0) return { missing: `${absent.join(", ")} not installed` };
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { through: [] };
  if (existsSync(testRuntime) && process.getuid?.() === 0) return { through: [testRuntime] };
  return (await ensureElectron(log)) ? { through: [] } : { missing: "no Electron here and none could be downloaded" };
}
