import { stripVTControlCharacters } from "node:util";

/**
 * @typedef {import("./results.mjs").Result & { readonly suite: string, readonly seconds: number }} SuiteResult
 */

const ERROR_LINES = 40;
/** With more failures than this there is one cause for most, and the names would be lost among the errors. */
const ERRORS_TOLD = 10;

/** @type {(error: string) => string[]} the error as a block below its test's name */
function blockOf(error) {
  const lines = stripVTControlCharacters(error)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const rest = lines.length > ERROR_LINES ? [`… ${lines.length - ERROR_LINES} more lines`] : [];
  return [...lines.slice(0, ERROR_LINES), ...rest].map((line) => `         | ${line}`);
}

/**
 * A long run's log is often kept only in part, and its end is what is kept: why something failed is told there again.
 * @param {readonly SuiteResult[]} results
 * @returns {string[]} one line per suite, and before them what failed, and why, and what was skipped, by name
 */
export function tableOf(results) {
  const failures = results
    .flatMap(({ suite, failed }) => failed.map((failure) => ({ suite, ...failure })))
    .flatMap(({ suite, name, error }, index) => [
      `failed   ${suite}: ${name}`,
      ...(index < ERRORS_TOLD ? blockOf(error) : []),
    ]);
  const skips = results.flatMap(({ suite, skips: each }) =>
    each.map(({ name, reason }) => `skipped  ${suite}: ${name} (${reason})`),
  );
  const cell = (/** @type {number | string} */ value) => String(value).padStart(8);
  const rows = results.map(({ suite, passed, failed, skips: skipped, seconds }) =>
    [suite.padEnd(18), cell(passed), cell(failed.length), cell(skipped.length), cell(seconds.toFixed(0))].join(""),
  );
  const head = ["suite".padEnd(18), ...["passed", "failed", "skipped", "seconds"].map(cell)].join("");
  return [...failures, ...skips, "", head, ...rows, ""];
}

/** @type {(results: readonly SuiteResult[]) => string} */
export function closingLine(results) {
  const sum = (/** @type {(result: SuiteResult) => number} */ of) =>
    results.reduce((total, each) => total + of(each), 0);
  const passed = sum((result) => result.passed);
  const failed = sum((result) => result.failed.length);
  const skipped = sum((result) => result.skips.length);
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
