// `npm run bench -- <name>`: gets what the bench needs, runs it; its last line is its result as JSON.
import { spawn } from "node:child_process";
import { ensureBrowser } from "./setup/browser.mjs";
import { ensureBuilt } from "./setup/build.mjs";
import { ensureDebianPackages } from "./setup/debianPackages.mjs";
import { Fault, tellFaults } from "./setup/fault.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { inRoot, root } from "./setup/root.mjs";

// Standard output belongs to the bench.
const log = (/** @type {string} */ line) => console.error(line);

async function main() {
  await ensureInstalled(log);
  await ensureBuilt(["server", "web"], log);
  // They make and limit the networks of the benches.
  await ensureDebianPackages(["iproute2", "nftables"], log);
  const browser = await ensureBrowser(log);
  if ("missing" in browser) throw new Fault(`The bench cannot run: ${browser.missing}.`);
  const bench = spawn(process.execPath, [inRoot("e2e", "bench", "runBench.mjs"), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, ...browser.env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  process.exitCode = await new Promise((done) => {
    bench.once("exit", (code) => done(code ?? 1));
  });
}

await tellFaults(main);
