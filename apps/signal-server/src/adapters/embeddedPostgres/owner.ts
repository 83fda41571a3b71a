import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Home } from "./home";
import { isAlive } from "./processes";

/** Folders whose database this very process owns: a process id alone may be an earlier process's. */
const owned = new Set<string>();

const ownerFile = (home: Home): string => join(home.folder, "owner.pid");

async function hasLivingOwner(home: Home): Promise<boolean> {
  const pid = Number(await readFile(ownerFile(home), "utf8").catch(() => ""));
  if (!pid) return false;
  if (pid === process.pid) return owned.has(home.folder);
  return isAlive(pid);
}

/**
 * Decides who stops the database: the process that started it, or, when that one was killed, the next one to come.
 * A second process on the same folder is a guest and leaves it running. Answers whether this process is the owner.
 */
export async function takeOwnership(home: Home, startedHere: boolean): Promise<boolean> {
  if (!startedHere && (await hasLivingOwner(home))) return false;
  owned.add(home.folder);
  await writeFile(ownerFile(home), `${process.pid}\n`);
  return true;
}

export async function giveUpOwnership(home: Home): Promise<void> {
  owned.delete(home.folder);
  await rm(ownerFile(home), { force: true });
}
