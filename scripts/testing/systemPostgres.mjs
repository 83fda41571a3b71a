import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const DEBIAN_ROOT = "/usr/lib/postgresql";

/**
 * A PostgreSQL that did not come with our packages: an address (TEST_DATABASE_URL), else the folder of the newest
 * programs installed by Debian's packages, else nothing.
 * @returns {{ url: string } | { programs: string } | undefined}
 */
export function systemPostgres() {
  const url = process.env.TEST_DATABASE_URL;
  if (url) return { url };
  if (!existsSync(DEBIAN_ROOT)) return undefined;
  const folders = readdirSync(DEBIAN_ROOT)
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_ROOT, version, "bin"));
  const programs = folders.find((folder) => existsSync(join(folder, "initdb")));
  return programs ? { programs } : undefined;
}
