import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createHash, randomUUID } from "node:crypto";
import { dirname, join, relative } from "node:path";
import { type Account, canReach } from "./account";

const SHARED_COPIES = "/var/cache/sightline";

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Makes the links between the package's libraries. npm packages cannot hold links, so the package lists them and makes
 * them in an install script, which many set-ups forbid; without them PostgreSQL dies on a missing libicuuc.
 */
async function linkLibraries(native: string): Promise<void> {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as LibraryLink[];
  for (const { source, target } of links) {
    const link = join(native, "..", target);
    if (existsSync(link)) continue;
    const pointsTo = relative(dirname(target), source);
    // Made by another process meanwhile, or a folder we may not write: trying the programs will tell.
    await symlink(pointsTo, link).catch(() => undefined);
  }
}

async function readableCopy(native: string): Promise<string> {
  const packageFile = await readFile(join(native, "..", "package.json"), "utf8");
  const name = createHash("sha256").update(packageFile).digest("hex").slice(0, 16);
  const copy = join(SHARED_COPIES, `postgresql-${name}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${randomUUID()}`;
  await mkdir(partial, { recursive: true, mode: 0o755 });
  await cp(native, partial, { recursive: true, verbatimSymlinks: true });
  await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  return copy;
}

/** Makes the npm package's folder usable by the account; answers that folder, or a copy the account can read. */
export async function prepareNative(
  native: string,
  account: Account | undefined,
  log: (line: string) => void,
): Promise<string> {
  await linkLibraries(native);
  if (canReach(native, account)) return native;
  const copy = await readableCopy(native);
  log(`PostgreSQL's programs are used from ${copy}, because its user cannot read ${native}.`);
  return copy;
}
