// `npm test`: gets what the tests need, runs every suite, counts. Until the packages are installed only Node's own
// modules exist here.
import { parseArgs } from "node:util";
import { ensureBuilt } from "./setup/build.mjs";
import { ensureDebianPackages, testPackages } from "./setup/debianPackages.mjs";
import { Fault, tellFaults } from "./setup/fault.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { placeFor } from "./testing/places.mjs";
import { closingLine, tableOf } from "./testing/report.mjs";
import { runSuite, skipSuite } from "./testing/runSuite.mjs";
import { suites } from "./testing/suites.mjs";

const log = (/** @type {string} */ line) => console.log(line);

/** @returns {string[]} */
function readOnly() {
  const only = /** @type {const} */ ({ type: "string", multiple: true });
  try {
    return parseArgs({ options: { only } }).values.only ?? [];
  } catch {
    throw new Fault("npm test knows one option: npm test -- --only unit,server");
  }
}

/** @returns {typeof suites} */
function chosenSuites() {
  const wanted = readOnly().flatMap((each) => each.split(","));
  const parts = new Set(suites.map(({ part }) => part));
  const unknown = wanted.filter((part) => !parts.has(part));
  if (unknown.length > 0) throw new Fault(`No such part: ${unknown.join(", ")}; there are ${[...parts].join(", ")}.`);
  return wanted.length > 0 ? suites.filter(({ part }) => wanted.includes(part)) : suites;
}

/** @param {typeof suites} chosen */
async function prepare(chosen) {
  const inBrowsers = chosen.some(({ needs }) => needs === "browser" || needs === "desktop");
  if (inBrowsers || chosen.some(({ needs }) => needs === "postgres")) await ensureDebianPackages(testPackages, log);
  if (!inBrowsers) return;
  const withDesktop = chosen.some(({ needs }) => needs === "desktop");
  await ensureBuilt(withDesktop ? ["server", "web", "desktop"] : ["server", "web"], log);
}

/** @param {typeof suites[number]} suite */
async function runWherePossible(suite) {
  const found = await placeFor(suite.needs, log);
  return "place" in found ? runSuite(suite, found.place) : skipSuite(suite, found.missing);
}

async function main() {
  const chosen = chosenSuites();
  await ensureInstalled(log);
  await prepare(chosen);
  const results = [];
  for (const suite of chosen) results.push(await runWherePossible(suite));
  for (const line of tableOf(results)) console.log(line);
  const failed = results.some((result) => result.failed.length > 0);
  // There everything can be had: what is skipped then is a fault of the set-up.
  const skippedInCi = Boolean(process.env.CI) && results.some(({ skips }) => skips.length > 0);
  if (skippedInCi) console.log("With CI set nothing may be skipped.");
  console.log(closingLine(results));
  process.exitCode = failed || skippedInCi ? 1 : 0;
}

await tellFaults(main);
