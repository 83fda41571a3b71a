import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { Fault } from "../setup/fault.mjs";
import { inRoot } from "../setup/root.mjs";

const DEFAULT_PORT = "8737";

export const HELP = `Sightline: builds what changed, starts the signaling server with its database, opens the desktop app.

  npm start                          all of it
  npm start -- --port 8800           another port (default ${DEFAULT_PORT}, or PORT)
  npm start -- --data /srv/sightline another data folder (default .data, or DATA_DIR)
  npm start -- --host 0.0.0.0        listen beyond this machine (default 127.0.0.1, or HOST)
  npm start -- --no-desktop          the server and the web app only
  npm start -- --help                this text

Ctrl-C stops everything.`;

/**
 * @typedef {object} StartOptions
 * @property {boolean} help
 * @property {number} port
 * @property {string} host
 * @property {string} dataDir absolute
 * @property {boolean} desktop
 */

/** @param {readonly string[]} args */
function parse(args) {
  const text = /** @type {const} */ ({ type: "string" });
  const flag = /** @type {const} */ ({ type: "boolean" });
  const options = { port: text, data: text, host: text, "no-desktop": flag, help: flag };
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(". ")[0] : String(error);
    throw new Fault(`${reason}; npm start -- --help lists the options.`);
  }
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartOptions}
 */
export function readOptions(args, env) {
  const given = parse(args);
  const port = given.port ?? env.PORT ?? DEFAULT_PORT;
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    throw new Fault(`The port must be a number from 1 to 65535, not "${port}".`);
  }
  const folder = given.data ?? env.DATA_DIR;
  return {
    help: given.help ?? false,
    port: Number(port),
    host: given.host ?? env.HOST ?? "127.0.0.1",
    dataDir: folder ? resolve(folder) : inRoot(".data"),
    desktop: !given["no-desktop"],
  };
}
