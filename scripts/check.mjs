// `npm run check`: everything that can be said about the code without starting the product; with `--static` without the
// unit tests, where `npm test` runs them anyway.
import { runSteps } from "./checks/runSteps.mjs";

const node = process.execPath;
const typesOf = (/** @type {string} */ part) => ({
  name: `types (${part})`,
  command: [node, "node_modules/typescript/bin/tsc", "-p", `tsconfig.${part}.json`],
});

const withTests = !process.argv.includes("--static");
const unitTests = { name: "unit tests", command: [node, "node_modules/vitest/vitest.mjs", "run", "--project", "unit"] };

const steps = [
  { name: "format", command: [node, "node_modules/@biomejs/biome/bin/biome", "format", "."] },
  { name: "lint", command: [node, "node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"] },
  { name: "fences hold", command: [node, "scripts/checkFences.mjs"] },
  { name: "budgets", command: [node, "scripts/checkBudgets.mjs"] },
  ...["pure", "web", "node", "e2e"].map(typesOf),
  { name: "dead code", command: [node, "node_modules/knip/bin/knip.js", "--no-progress"] },
  ...(withTests ? [unitTests] : []),
];

process.exitCode = (await runSteps(steps)) ? 0 : 1;
