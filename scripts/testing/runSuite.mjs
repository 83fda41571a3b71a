import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { inRoot, root } from "../setup/root.mjs";
import { run } from "../setup/run.mjs";
import { readResult } from "./results.mjs";

/**
 * Where a suite can run: what to add to its environment, and what to run its command through.
 * @typedef {{ readonly env: NodeJS.ProcessEnv, readonly through: readonly string[] }} Place
 */

/** @type {(name: string) => string} */
const resultFileOf = (name) => inRoot("test-results", `${name}.json`);

/**
 * Runs a suite in sight of the user.
 * @param {import("./suites.mjs").Suite} suite
 * @param {Place} place
 * @returns {Promise<import("./report.mjs").SuiteResult>}
 */
export async function runSuite(suite, { env, through }) {
  const resultFile = resultFileOf(suite.name);
  rmSync(resultFile, { force: true });
  mkdirSync(inRoot("test-results"), { recursive: true });
  const command = suite.command(resultFile);
  const [program = process.execPath, ...args] = [...through, process.execPath, ...command.args];
  const began = performance.now();
  console.log(`\n--- ${suite.name}`);
  const code = await new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env, ...command.env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", () => done(null));
    child.once("exit", done);
  });
  const seconds = (performance.now() - began) / 1000;
  return { suite: suite.name, seconds, ...readResult(resultFile, code, suite.parse) };
}

/**
 * The names of a suite's tests without running them, as far as they can be had.
 * @param {import("./suites.mjs").Suite} suite
 * @returns {Promise<string[]>}
 */
async function namesOf(suite) {
  const { output } = await run(process.execPath, suite.listArgs);
  try {
    return suite.namesIn(JSON.parse(output));
  } catch {
    return [];
  }
}

/**
 * A suite that cannot run here: every one of its tests is skipped, by name.
 * @param {import("./suites.mjs").Suite} suite
 * @param {string} reason
 * @returns {Promise<import("./report.mjs").SuiteResult>}
 */
export async function skipSuite(suite, reason) {
  console.log(`\n--- ${suite.name}: skipped, ${reason}`);
  const names = await namesOf(suite);
  const skips = (names.length > 0 ? names : ["the whole suite"]).map((name) => ({ name, reason }));
  return { suite: suite.name, seconds: 0, passed: 0, failed: [], skips };
}
