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
import { endOf, timeIsUp } from "./testing/timeBudget.mjs";

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

/**
 * @param {typeof suites[number]} suite
 * @param {number} end ms since 1970
 */
async function runWherePossible(suite, end) {
  if (Date.now() > end) return skipSuite(suite, timeIsUp);
  const found = await placeFor(suite.needs, log);
  return "place" in found ? runSuite(suite, found.place) : skipSuite(suite, found.missing);
}

async function main() {
  const chosen = chosenSuites();
  const end = endOf(process.env.TEST_MINUTES, Date.now());
  if (Number.isFinite(end)) process.env.TEST_UNTIL = String(end);
  await ensureInstalled(log);
  await prepare(chosen);
  const results = [];
  for (const suite of chosen) results.push(await runWherePossible(suite, end));
  for (const line of tableOf(results)) console.log(line);
  // A run that came to nothing proves nothing.
  const failed = results.some((result) => result.failed.length > 0) || results.every(({ passed }) => passed === 0);
  // There everything can be had, except time: what else is skipped is a fault of the set-up.
  const skippedForFault = results.some(({ skips }) => skips.some(({ reason }) => reason !== timeIsUp));
  const skippedInCi = Boolean(process.env.CI) && skippedForFault;
  if (skippedInCi) console.log("With CI set nothing may be skipped, except for want of time.");
  console.log(closingLine(results));
  process.exitCode = failed || skippedInCi ? 1 : 0;
}

await tellFaults(main);
