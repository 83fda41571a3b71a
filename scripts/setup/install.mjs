import { readFileSync } from "node:fs";
import { Fault } from "./fault.mjs";
import { inRoot } from "./root.mjs";
import { runNpm } from "./run.mjs";

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/**
 * Whether node_modules holds what package-lock.json asks for, by npm's own record of its last complete install.
 * Optional packages (the other platforms' binaries) are not expected.
 */
function isInstalled() {
  const there = packagesOf(inRoot("node_modules", ".package-lock.json"));
  return Object.entries(packagesOf(inRoot("package-lock.json")))
    .filter(([path, { optional, devOptional }]) => path.startsWith("node_modules/") && !optional && !devOptional)
    .every(([path, { version }]) => there[path] !== undefined && there[path].version === version);
}

/**
 * Installs the packages when node_modules is missing or the lock has changed since.
 * @param {(line: string) => void} log
 */
export async function ensureInstalled(log) {
  if (isInstalled()) return;
  log("Installing packages (npm ci), a minute or two …");
  // Development packages are what builds the product, also where NODE_ENV=production is set.
  const clean = await runNpm(["ci", "--include=dev", "--no-fund", "--no-audit"]);
  if (clean.code === 0) return;
  log("npm ci did not succeed; trying npm install …");
  const install = await runNpm(["install", "--include=dev", "--no-fund", "--no-audit"]);
  if (install.code === 0) return;
  throw new Fault(`The packages could not be installed. npm said:\n${install.output}`);
}
