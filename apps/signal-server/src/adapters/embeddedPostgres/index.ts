import { findBinaries } from "./binaries";
import { clusterMajor, ensureCluster } from "./cluster";
import { prepareHome } from "./home";
import { giveUpOwnership, takeOwnership } from "./owner";
import { addressOf, ask } from "./postmaster";
import { attachOrLaunch, stopServer } from "./serverProcess";

const DATABASE = "sightline";

/** `dataDir` is created when missing; `log` receives one calm sentence per thing worth knowing. */
export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
}

/** `url` is a superuser's address on the loopback interface; `stop` may be called more than once. */
export interface EmbeddedPostgres {
  readonly url: string;
  stop(): Promise<void>;
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const found = await ask(adminUrl, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
  if (found.rowCount) return;
  await ask(adminUrl, `CREATE DATABASE ${DATABASE}`).catch((error: { code?: string }) => {
    const takenMeanwhile = error.code === "42P04" || error.code === "23505";
    if (!takenMeanwhile) throw error;
  });
}

/**
 * Starts a real PostgreSQL of our own in `dataDir`, or joins the one that already runs there. For one machine: data is
 * durable, the server listens on the loopback address only, on a free port, with a random password.
 *
 * A start after a crash recovers; a start while another process owns the folder shares that server, and `stop` then
 * leaves it running. Rejects with one sentence when the folder cannot be written or no PostgreSQL can be run.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const home = await prepareHome(dataDir, log);
  const binaries = await findBinaries(home.account, await clusterMajor(home.cluster), log);
  await ensureCluster(home, binaries, log);
  const server = await attachOrLaunch(home, binaries);
  const owner = await takeOwnership(home, server.started);
  const how = server.started ? "started" : "already running";
  log(`PostgreSQL ${binaries.major} ${how} on port ${server.port}, data in ${home.cluster}.`);
  await ensureDatabase(await addressOf(home.cluster, server.port, "postgres"));
  let stopping: Promise<void> | undefined;
  return {
    url: await addressOf(home.cluster, server.port, DATABASE),
    stop: () => {
      stopping ??= owner ? stopServer(home, binaries).then(() => giveUpOwnership(home)) : Promise.resolve();
      return stopping;
    },
  };
}
