import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { access, constants, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type Account, accountFor, canReach, isRoot } from "./account";

const SHARED_DATA = "/var/lib/sightline";

/** Where one embedded database lives: `folder` holds the cluster and its log; `account` runs it. */
export interface Home {
  readonly folder: string;
  readonly cluster: string;
  readonly account: Account | undefined;
}

const clusterIn = (folder: string): string => join(folder, "cluster");

/** mkdir's own `recursive` never returns where a system says "no such file" to a forbidden mkdir, as Linux in /proc. */
async function makeFolder(folder: string, mode: number): Promise<void> {
  if (existsSync(folder)) return;
  await makeFolder(dirname(folder), 0o755);
  await mkdir(folder, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

async function makeWritable(dataDir: string, mode: number): Promise<void> {
  try {
    await makeFolder(dataDir, mode);
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    const trial = join(dataDir, `.write-${randomUUID()}`);
    await writeFile(trial, "");
    await rm(trial);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown fault";
    throw new Error(`The data folder ${dataDir} cannot be written (${code}); choose another one.`, { cause: error });
  }
}

/** `location` keeps the answer, so that removing the data folder means starting afresh, as anyone expects. */
async function movedFolder(dataDir: string): Promise<string> {
  const note = join(dataDir, "location");
  if (existsSync(note)) return (await readFile(note, "utf8")).trim();
  const folder = join(SHARED_DATA, randomUUID());
  await writeFile(note, `${folder}\n`);
  return folder;
}

/**
 * Prepares the data folder and says where the database really is. Under root PostgreSQL runs as another user, who may
 * not be let into the folder (anything below /root): then the data is in /var/lib/sightline, and the log says so.
 */
export async function prepareHome(dataDir: string, log: (line: string) => void): Promise<Home> {
  const wanted = resolve(dataDir);
  await makeWritable(wanted, isRoot() ? 0o755 : 0o700);
  const account = accountFor(clusterIn(wanted));
  if (canReach(wanted, account)) return { folder: wanted, cluster: clusterIn(wanted), account };
  const folder = await movedFolder(wanted);
  await mkdir(folder, { recursive: true, mode: 0o755 });
  log(`The database is kept in ${folder}, because PostgreSQL's user may not enter ${wanted}.`);
  return { folder, cluster: clusterIn(folder), account: accountFor(clusterIn(folder)) };
}
