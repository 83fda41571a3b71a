import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Fault } from "./fault.mjs";
import { fingerprintOf } from "./fingerprint.mjs";
import { inRoot } from "./root.mjs";
import { runNpm } from "./run.mjs";

const shared = ["package-lock.json", "tsconfig.base.json", "packages/protocol/src", "packages/protocol/package.json"];
const desktop = ["apps/desktop/src", "apps/desktop/package.json"];

/** What each part is made from, and the file that is there when it was made. */
const parts = {
  server: {
    sources: ["apps/signal-server/src", "apps/signal-server/package.json", "apps/signal-server/vite.config.ts"],
    product: "apps/signal-server/dist/main.js",
  },
  web: { sources: [...desktop, "apps/desktop/vite.web.config.ts"], product: "apps/desktop/dist-web/index.html" },
  desktop: { sources: [...desktop, "electron.vite.config.ts"], product: "apps/desktop/out/main/index.js" },
};

/** @typedef {keyof typeof parts} Part */

/**
 * @param {Part} part
 * @param {(line: string) => void} log
 */
async function ensurePart(part, log) {
  const { sources, product } = parts[part];
  const stamp = inRoot(".cache", `built-${part}`);
  const wanted = fingerprintOf([...shared, ...sources]);
  const made = existsSync(stamp) ? readFileSync(stamp, "utf8") : "";
  if (made === wanted && existsSync(inRoot(product))) return;
  log(`Building the ${part === "web" ? "web app" : part} …`);
  rmSync(stamp, { force: true });
  const { code, output } = await runNpm(["run", `build:${part}`]);
  if (code !== 0) throw new Fault(`The ${part} could not be built:\n${output}`);
  mkdirSync(inRoot(".cache"), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Builds those of the parts whose sources changed since they were last built.
 * @param {readonly Part[]} wanted
 * @param {(line: string) => void} log
 */
export async function ensureBuilt(wanted, log) {
  await Promise.all(wanted.map((part) => ensurePart(part, log)));
}
