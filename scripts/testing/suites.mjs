import { inRoot } from "../setup/root.mjs";
import { fromPlaywright, fromVitest } from "./results.mjs";
import { systemPostgres } from "./systemPostgres.mjs";

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} part what `npm test -- --only` calls it
 * @property {(report: any) => import("./results.mjs").Result} parse
 * @property {(resultFile: string) => { args: string[], env: NodeJS.ProcessEnv }} command for Node
 * @property {readonly string[]} listArgs for Node: prints the suite's tests as JSON, without running them
 * @property {(list: any) => string[]} namesIn what listArgs has printed
 * @property {"nothing" | "postgres" | "browser" | "desktop"} needs
 */

/** @type {(name: string, part: string, needs: Suite["needs"]) => Suite} */
function vitest(name, part, needs) {
  const program = inRoot("node_modules", "vitest", "vitest.mjs");
  return {
    name,
    part,
    needs,
    parse: fromVitest,
    command: (resultFile) => ({
      args: [program, "run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile=${resultFile}`],
      env: {},
    }),
    // The suite on a system PostgreSQL does not exist where there is none; its twin has the same tests.
    listArgs: [program, "list", "--json", "--project", name === "server-postgres" ? "server-embedded" : name],
    namesIn: (/** @type {{ name: string }[]} */ list) => list.map((each) => each.name),
  };
}

/** @type {(name: string, needs: Suite["needs"]) => Suite} */
function playwright(name, needs) {
  const program = inRoot("node_modules", "@playwright", "test", "cli.js");
  const run = [program, "test", "--config", "e2e/playwright.config.ts", `--project=${name}`];
  return {
    name,
    part: name,
    needs,
    parse: fromPlaywright,
    command: (resultFile) => ({
      args: [...run, "--reporter=list,json", "--output", inRoot("test-results", name)],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile },
    }),
    listArgs: [...run, "--list", "--reporter=json"],
    namesIn: (list) => fromPlaywright(list).skips.map((skip) => skip.name),
  };
}

/** @type {readonly Suite[]} */
export const suites = [
  vitest("unit", "unit", "nothing"),
  vitest("server-embedded", "server", "nothing"),
  vitest("server-postgres", "server", "postgres"),
  vitest("start", "start", "nothing"),
  playwright("web", "browser"),
  playwright("mobile", "browser"),
  playwright("desktop", "desktop"),
  playwright("sound", "desktop"),
  playwright("network", "browser"),
];

/** @returns {string | undefined} why the suite on a system PostgreSQL cannot run here */
export function postgresMissing() {
  return systemPostgres() ? undefined : "no PostgreSQL on this machine (TEST_DATABASE_URL names one)";
}
