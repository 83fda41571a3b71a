import { readFileSync } from "node:fs";

/**
 * @typedef {{ readonly name: string, readonly reason: string }} Skip
 * @typedef {{ readonly passed: number, readonly failed: readonly string[], readonly skips: readonly Skip[] }} Result
 */

/** @typedef {{ fullName: string, status: string }} VitestCase */

/**
 * @param {{ testResults: { name: string, status: string, assertionResults: VitestCase[] }[] }} report
 * @returns {Result}
 */
export function fromVitest(report) {
  const cases = report.testResults.flatMap((file) => file.assertionResults);
  const named = (/** @type {(status: string) => boolean} */ wanted) =>
    cases.filter(({ status }) => wanted(status)).map(({ fullName }) => fullName);
  // A file that cannot even be loaded has no cases to fail.
  const broken = report.testResults
    .filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((each) => each.status === "failed"),
    )
    .map(({ name }) => name);
  return {
    passed: named((status) => status === "passed").length,
    failed: [...named((status) => status === "failed"), ...broken],
    skips: named((status) => status !== "passed" && status !== "failed").map((name) => ({
      name,
      reason: "its condition does not hold on this system",
    })),
  };
}

/**
 * @typedef {{ status: string, annotations: { type: string, description?: string }[] }} PlaywrightRun
 * @typedef {{ title: string, suites?: PlaywrightSuite[], specs?: { title: string, tests: PlaywrightRun[] }[] }} PlaywrightSuite
 */

/**
 * @param {PlaywrightSuite} suite
 * @returns {{ name: string, run: PlaywrightRun }[]}
 */
function runsOf(suite) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map((run) => ({ name: `${suite.title}: ${title}`, run })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(runsOf)];
}

/**
 * A flaky test counts as failed: it has failed once.
 * @param {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} report
 * @returns {Result}
 */
export function fromPlaywright(report) {
  const runs = report.suites.flatMap(runsOf);
  const withStatus = (/** @type {string[]} */ ...wanted) => runs.filter(({ run }) => wanted.includes(run.status));
  const reasonOf = (/** @type {PlaywrightRun} */ run) =>
    run.annotations.find(({ type }) => type === "skip" || type === "fixme")?.description ?? "did not run";
  return {
    passed: withStatus("expected").length,
    failed: [
      ...withStatus("unexpected", "flaky").map(({ name }) => name),
      ...report.errors.map(({ message }) => message?.split("\n")[0] ?? "an error outside the tests"),
    ],
    skips: withStatus("skipped").map(({ name, run }) => ({ name, reason: reasonOf(run) })),
  };
}

/**
 * Reads what a suite's run has left. A run that ended badly without naming a failed test is a failure all the same.
 * @param {string} file
 * @param {number | null} exitCode
 * @param {(report: any) => Result} parse
 * @returns {Result}
 */
export function readResult(file, exitCode, parse) {
  let result;
  try {
    result = parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: ["the run left no report"], skips: [] };
  }
  if (result.failed.length > 0) return result;
  if (result.passed + result.skips.length === 0) return { ...result, failed: ["the run had no tests"] };
  if (exitCode === 0) return result;
  return { ...result, failed: [`the run ended with code ${exitCode}`] };
}
