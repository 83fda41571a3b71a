import { existsSync } from "node:fs";
import { inRoot } from "./root.mjs";
import { run } from "./run.mjs";

const DOWNLOAD_LIMIT_MS = 300_000;
const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const onMac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** @typedef {{ readonly env: NodeJS.ProcessEnv } | { readonly missing: string }} Browser */

/**
 * Finds a Chromium, or has Playwright download its own. Answers what to add to the tests' environment.
 * @param {(line: string) => void} log
 * @returns {Promise<Browser>}
 */
export async function ensureBrowser(log) {
  const chosen = process.env.CHROMIUM_PATH;
  const found = [...(chosen ? [chosen] : []), ...installed, onMac].find((file) => existsSync(file));
  if (found) return { env: { CHROMIUM_PATH: found } };
  log("Getting a browser (playwright install chromium) …");
  const playwright = inRoot("node_modules", "@playwright", "test", "cli.js");
  const { code } = await run(process.execPath, [playwright, "install", "chromium"], { limitMs: DOWNLOAD_LIMIT_MS });
  return code === 0
    ? { env: {} }
    : { missing: "no Chromium here and none could be downloaded (CHROMIUM_PATH names one)" };
}
