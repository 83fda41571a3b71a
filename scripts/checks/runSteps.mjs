import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * @typedef {{ readonly name: string, readonly command: readonly string[] }} Step
 * @typedef {{ readonly step: Step, readonly passed: boolean, readonly seconds: string, readonly output: string }} Outcome
 */

/**
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
function runStep(step) {
  const [program = "", ...args] = step.command;
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    /** @type {Buffer[]} */
    const said = [];
    const finish = (/** @type {boolean} */ passed) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      done({ step, passed, seconds, output: Buffer.concat(said).toString() });
    };
    child.stdout.on("data", (chunk) => said.push(chunk));
    child.stderr.on("data", (chunk) => said.push(chunk));
    child.once("error", (error) => {
      said.push(Buffer.from(error.message));
      finish(false);
    });
    child.once("close", (code) => finish(code === 0));
  });
}

/**
 * Runs all steps, one after the other, whatever fails; prints the output of those that failed only.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all passed
 */
export async function runSteps(steps) {
  /** @type {Outcome[]} */
  const outcomes = [];
  for (const step of steps) {
    const outcome = await runStep(step);
    outcomes.push(outcome);
    console.log(`${outcome.passed ? "ok    " : "FAILED"}  ${step.name}  ${outcome.seconds} s`);
    if (!outcome.passed) console.log(`\n${outcome.output.trimEnd()}\n`);
  }
  const failed = outcomes.filter((outcome) => !outcome.passed).map((outcome) => outcome.step.name);
  const summary = failed.length > 0 ? `failed: ${failed.join(", ")}` : "all passed";
  console.log(`\n${outcomes.length} checks, ${summary}`);
  return failed.length === 0;
}
