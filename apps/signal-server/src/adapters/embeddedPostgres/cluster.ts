import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Binaries, programOf } from "./binaries";
import type { Home } from "./home";
import { isAlive } from "./processes";
import { runProgram } from "./runProgram";

export const SUPERUSER = "sightline";
const passwordFile = (cluster: string): string => join(cluster, "launcher.password");

/** The major version that wrote the cluster, or nothing when there is no cluster yet. */
export async function clusterMajor(cluster: string): Promise<string | undefined> {
  const file = join(cluster, "PG_VERSION");
  return existsSync(file) ? (await readFile(file, "utf8")).trim() : undefined;
}

export const readPassword = async (cluster: string): Promise<string> =>
  (await readFile(passwordFile(cluster), "utf8")).trim();

/** A first start that was interrupted leaves its half-made cluster behind. */
async function dropPartials(folder: string): Promise<void> {
  const names = await readdir(folder);
  for (const name of names.filter((candidate) => candidate.startsWith("cluster.partial-"))) {
    const maker = Number(name.split("-")[1]);
    if (!isAlive(maker)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

async function writePrivate(file: string, text: string, home: Home): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (home.account) await chown(file, home.account.uid, home.account.gid);
}

/**
 * Creates the cluster when there is none. It is made under another name and renamed when complete, its password inside,
 * so an interrupted or a doubled first start never leaves a cluster that looks finished but is not.
 */
export async function ensureCluster(home: Home, binaries: Binaries, log: (line: string) => void): Promise<void> {
  if (await clusterMajor(home.cluster)) {
    if (existsSync(passwordFile(home.cluster))) return;
    throw new Error(`${home.cluster} holds a database that was not made here; choose another data folder.`);
  }
  await dropPartials(home.folder);
  log(`Creating the database in ${home.cluster}.`);
  const name = `cluster.partial-${process.pid}-${randomBytes(4).toString("hex")}`;
  const partial = join(home.folder, name);
  const passwordInput = join(home.folder, `${name}.password`);
  try {
    await mkdir(partial, { mode: 0o700 });
    if (home.account) await chown(partial, home.account.uid, home.account.gid);
    const password = randomBytes(24).toString("hex");
    await writePrivate(passwordInput, password, home);
    const options = ["--auth=scram-sha-256", "--encoding=UTF8", "--no-locale", `--username=${SUPERUSER}`];
    const args = ["-D", partial, `--pwfile=${passwordInput}`, ...options];
    await runProgram(programOf(binaries, "initdb"), args, home.account);
    await writePrivate(passwordFile(partial), password, home);
    await rename(partial, home.cluster);
  } catch (error) {
    // Another process may have finished first; then its cluster is the one to use.
    if (!(await clusterMajor(home.cluster))) throw error;
  } finally {
    await rm(passwordInput, { force: true });
    await rm(partial, { recursive: true, force: true });
  }
}
