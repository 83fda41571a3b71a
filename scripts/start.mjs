// `npm start`. Until the packages are installed only Node's own modules exist here.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ensureBuilt } from "./setup/build.mjs";
import { tellFaults } from "./setup/fault.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { openDesktop } from "./start/desktop.mjs";
import { HELP, readOptions } from "./start/options.mjs";
import { preflight } from "./start/preflight.mjs";
import { databaseFolder, launchServer, untilReady } from "./start/server.mjs";

const PATIENCE_MS = 20_000;

const log = (/** @type {string} */ line) => console.log(line);

/**
 * Resolves with the first signal that asks us to stop; a second one ends this process at once.
 * @returns {Promise<NodeJS.Signals>}
 */
function untilAskedToStop() {
  return new Promise((asked) => {
    let times = 0;
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
      process.on(signal, () => {
        times += 1;
        if (times > 1) process.exit(130);
        asked(signal);
      });
    }
  });
}

/**
 * @param {import("./start/server.mjs").Server} server
 */
async function stopServer(server) {
  log("Stopping …");
  server.signal("SIGTERM");
  const gaveUp = new AbortController();
  const tooLong = pause(PATIENCE_MS, undefined, { signal: gaveUp.signal }).then(
    () => server.signal("SIGKILL"),
    () => undefined,
  );
  await server.ended;
  gaveUp.abort();
  await tooLong;
  log("Stopped.");
}

/**
 * @param {import("./start/options.mjs").StartOptions} options
 * @param {Promise<NodeJS.Signals>} askedToStop
 */
async function serve(options, askedToStop) {
  const server = launchServer(options);
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    await stopServer(server);
    process.exit(0);
  };
  const stopped = askedToStop.then(stop);
  try {
    await untilReady(server, options);
  } catch (error) {
    if (stopping.signal.aborted) return stopped;
    throw error;
  }
  log(`Sightline is ready: ${server.address}`);
  log(
    `Data is kept in ${databaseFolder(options.dataDir)}, the server's log in ${server.logFile}. Ctrl-C stops everything.`,
  );
  if (!process.env.SMTP_URL) log(`Mails are written to ${join(options.dataDir, "mail")}, as there is no SMTP_URL.`);
  const invitation = join(options.dataDir, "first-invitation.txt");
  if (existsSync(invitation)) log(`Nobody has an account yet: open the link in ${invitation} to make the first.`);
  if (options.desktop) await openDesktop(server.address, join(options.dataDir, "desktop.log"), log, stopping.signal);
  const { code } = await server.ended;
  if (stopping.signal.aborted) return stopped;
  stopping.abort();
  console.error(`The server ended by itself (code ${code}); see ${server.logFile}.`);
  process.exit(code === 0 ? 1 : code);
}

async function main() {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) return log(HELP);
  const askedToStop = untilAskedToStop();
  await preflight(options);
  const prepared = ensureInstalled(log).then(() => ensureBuilt(["server", "web"], log));
  const interrupted = await Promise.race([prepared, askedToStop]);
  if (interrupted) process.exit(0);
  await serve(options, askedToStop);
}

await tellFaults(main);
