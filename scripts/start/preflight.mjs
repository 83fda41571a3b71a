import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Fault } from "../setup/fault.mjs";

/** @type {(error: unknown) => string} */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code ?? String(error);

/**
 * @param {number} port
 * @param {string} host
 */
async function listenOnce(port, host) {
  const trial = createServer();
  await new Promise((done, fail) => {
    trial.once("error", fail);
    trial.listen(port, host, () => trial.close(done));
  });
}

/** @type {(port: number, host: string) => Promise<void>} */
async function demandFreePort(port, host) {
  try {
    await listenOnce(port, host);
  } catch (error) {
    const code = codeOf(error);
    if (code === "EADDRINUSE") {
      throw new Fault(`Port ${port} is in use already; stop what uses it, or choose another with --port.`);
    }
    throw new Fault(`Cannot listen on port ${port} of ${host} (${code}); choose others with --port and --host.`);
  }
}

/**
 * mkdir's own `recursive` never returns where a system says "no such file" to a forbidden mkdir, as Linux does in /proc.
 * @type {(folder: string) => void}
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** @type {(folder: string) => void} */
function demandWritable(folder) {
  try {
    makeFolder(folder);
    const trial = join(folder, `.write-${randomUUID()}`);
    writeFileSync(trial, "");
    rmSync(trial);
  } catch (error) {
    throw new Fault(`The data folder ${folder} cannot be written (${codeOf(error)}); choose another with --data.`);
  }
}

/**
 * Finds out what would stop the server, before anything slow is done.
 * @param {import("./options.mjs").StartOptions} options
 */
export async function preflight({ port, host, dataDir }) {
  await demandFreePort(port, host);
  demandWritable(dataDir);
}
