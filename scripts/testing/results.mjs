import { readFileSync } from "node:fs";

/**
 * @typedef {{ readonly name: string, readonly reason: string }} Skip
 * `error` is what the runner said about it, uncut; empty when it said nothing.
 * @typedef {{ readonly name: string, readonly error: string }} Failure
 * @typedef {{ readonly passed: number, readonly failed: readonly Failure[], readonly skips: readonly Skip[] }} Result
 */

/** @typedef {{ fullName: string, status: string, failureMessages?: string[] }} VitestCase */

/**
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: VitestCase[] }[] }} report
 * @returns {Result}
 */
export function fromVitest(report) {
  const cases = report.testResults.flatMap((file) => file.assertionResults);
  const failed = cases
    .filter(({ status }) => status === "failed")
    .map(({ fullName, failureMessages }) => ({ name: fullName, error: (failureMessages ?? []).join("\n") }));
  // A file that cannot even be loaded has no cases to fail.
  const broken = report.testResults
    .filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((each) => each.status === "failed"),
    )
    .map(({ name, message }) => ({ name, error: message ?? "" }));
  return {
    passed: cases.filter(({ status }) => status === "passed").length,
    failed: [...failed, ...broken],
    skips: cases
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ fullName }) => ({ name: fullName, reason: "its condition does not hold on this system" })),
  };
}

/**
 * @typedef {{ message?: string, snippet?: string, location?: { file: string, line: number } }} PlaywrightError
 * @typedef {{ status: string, annotations: { type: string, description?: string }[], results?: { errors: PlaywrightError[] }[] }} PlaywrightRun
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

/** A wait that failed brings a log of all it tried, which would push the failing line out of what is shown. */
const MESSAGE_LINES = 24;

/** @type {(error: PlaywrightError) => string} */
function wordsOf({ message, snippet, location }) {
  const said = (message ?? "").split("\n").slice(0, MESSAGE_LINES).join("\n");
  return [said, snippet, location && `at ${location.file}:${location.line}`].filter(Boolean).join("\n");
}

/**
 * A flaky test counts as failed: it has failed once.
 * @param {{ suites: PlaywrightSuite[], errors: PlaywrightError[] }} report
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
      ...withStatus("unexpected", "flaky").map(({ name, run }) => ({
        name,
        error: (run.results ?? []).flatMap(({ errors }) => errors.map(wordsOf)).join("\n"),
      })),
      ...report.errors.map((error) => ({ name: "an error outside the tests", error: wordsOf(error) })),
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
  const failedAs = (/** @type {string} */ name) => [{ name, error: "" }];
  let result;
  try {
    result = parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: failedAs("the run left no report"), skips: [] };
  }
  if (result.failed.length > 0) return result;
  if (result.passed + result.skips.length === 0) return { ...result, failed: failedAs("the run had no tests") };
  if (exitCode === 0) return result;
  return { ...result, failed: failedAs(`the run ended with code ${exitCode}`) };
}
