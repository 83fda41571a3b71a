// Runs one bench and prints its table; the last line on standard output is the result as JSON. Everything else the run
// has to say goes to standard error.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const benches = ["call-setup", "share-text"];
const bench = process.argv[2] ?? "";

if (!benches.includes(bench)) {
  console.error(`Say which bench to run: npm run bench -- ${benches.join(" | ")}`);
  process.exit(2);
}

const figures = join(root, "test-results/bench", `${bench}.txt`);
rmSync(figures, { force: true });
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const args = [playwright, "test", "--config", join(root, "e2e/playwright.config.ts"), `--project=bench-${bench}`];
const run = spawnSync(process.execPath, args, {
  cwd: root,
  env: { ...process.env, BENCH: bench },
  stdio: ["ignore", process.stderr.fd, "inherit"],
});
if (run.status !== 0 || !existsSync(figures)) process.exit(run.status || 1);
process.stdout.write(readFileSync(figures, "utf8"));
