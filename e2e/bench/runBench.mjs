// Runs one bench and prints its table; the last line on standard output is the result as JSON. Everything else the run
// has to say goes to standard error.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const root = resolve(import.meta.dirname, "../..");
const benches = ["call-setup", "share-text", "login-storm", "soak"];
const { positionals, values } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
const [bench = ""] = positionals;

if (!benches.includes(bench)) {
  console.error(`Say which bench to run: npm run bench -- ${benches.join(" | ")}`);
  process.exit(2);
}

const figures = join(root, "test-results/bench", `${bench}.txt`);
rmSync(figures, { force: true });
const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const args = [playwright, "test", "--config", join(root, "e2e/playwright.config.ts"), `--project=bench-${bench}`];
/**
 * A network of the bench's own, whose loopback may be limited without slowing anything else on the machine. Outside of root's
 * reach by a namespace of users.
 */
function ownNetwork() {
  if (bench !== "share-text") return [];
  const ways = [["--net"], ["--map-root-user", "--net"]];
  const way = ways.find((words) => spawnSync("unshare", [...words, "tc", "qdisc"], { stdio: "ignore" }).status === 0);
  if (way) return ["unshare", ...way];
  console.error("Without unshare (util-linux) and tc (iproute2) no line is imitated: latency on one is not measured.");
  return [];
}

const network = ownNetwork();
const [program = process.execPath, ...words] = [...network, process.execPath, ...args];
const run = spawnSync(program, words, {
  cwd: root,
  env: {
    ...process.env,
    BENCH: bench,
    ...(values.rounds ? { BENCH_ROUNDS: values.rounds } : {}),
    ...(network.length > 0 ? { BENCH_OWN_LOOPBACK: "1" } : {}),
  },
  stdio: ["ignore", process.stderr.fd, "inherit"],
});
// A bench that is over its budget fails, and tells its figures all the same.
if (existsSync(figures)) process.stdout.write(readFileSync(figures, "utf8"));
process.exitCode = existsSync(figures) ? (run.status ?? 1) : run.status || 1;
