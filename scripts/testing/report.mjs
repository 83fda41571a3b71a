/**
 * @typedef {import("./results.mjs").Result & { readonly suite: string, readonly seconds: number }} SuiteResult
 */

/**
 * @param {readonly SuiteResult[]} results
 * @returns {string[]} one line per suite, and before them what failed and what was skipped, by name
 */
export function tableOf(results) {
  const failures = results.flatMap(({ suite, failed }) => failed.map((name) => `failed   ${suite}: ${name}`));
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
