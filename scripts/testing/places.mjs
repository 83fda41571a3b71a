import { ensureBrowser } from "../setup/browser.mjs";
import { prepareDesktopRig } from "./desktopRig.mjs";
import { postgresMissing } from "./suites.mjs";

/** @typedef {{ readonly place: import("./runSuite.mjs").Place } | { readonly missing: string }} Found */

/** @type {Found} */
const here = { place: { env: {}, through: [] } };

/** @type {(log: (line: string) => void) => Promise<Found>} */
async function withBrowser(log) {
  const browser = await ensureBrowser(log);
  return "env" in browser ? { place: { env: browser.env, through: [] } } : browser;
}

/** @type {(log: (line: string) => void) => Promise<Found>} */
async function withDesktop(log) {
  const browser = await ensureBrowser(log);
  if ("missing" in browser) return browser;
  const rig = await prepareDesktopRig(log);
  return "through" in rig ? { place: { env: browser.env, through: rig.through } } : rig;
}

/**
 * Finds out whether this machine can run a suite, and gets what can be got for it.
 * @param {import("./suites.mjs").Suite["needs"]} needs
 * @param {(line: string) => void} log
 * @returns {Promise<Found>}
 */
export async function placeFor(needs, log) {
  if (needs === "browser") return withBrowser(log);
  if (needs === "desktop") return withDesktop(log);
  const missing = needs === "postgres" ? postgresMissing() : undefined;
  return missing ? { missing } : here;
}
