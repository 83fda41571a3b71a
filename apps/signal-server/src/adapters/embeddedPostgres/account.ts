import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** The user a program is started as. PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

function lookUp(name: string): Account | undefined {
  try {
    const read = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: read("-u"), gid: read("-g") };
  } catch {
    return undefined;
  }
}

/**
 * Whom to run PostgreSQL as: nobody special unless this process is root. Then the owner of an existing cluster, since
 * PostgreSQL accepts no other; else `postgres`, else `nobody`.
 */
export function accountFor(cluster: string): Account | undefined {
  if (!isRoot()) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = lookUp("postgres") ?? lookUp("nobody");
  if (!account) throw new Error("PostgreSQL cannot run as root and this system has no postgres or nobody user.");
  return account;
}

/** Whether the account may pass through every folder down to `path` (a home of mode 0700 stops it). */
export function canReach(path: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
