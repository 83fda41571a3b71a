import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import type { Account } from "./account";

/** The environment PostgreSQL's programs get: no PG* variable of the caller may redirect them. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return { ...Object.fromEntries(inherited), LC_ALL: "C" };
}

/** Runs one of PostgreSQL's programs to its end; rejects with what it said. */
export function runProgram(file: string, args: readonly string[], account: Account | undefined): Promise<string> {
  return new Promise((done, fail) => {
    const options = { ...account, cwd: tmpdir(), env: cleanEnvironment(), windowsHide: true };
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error) fail(new Error(stderr.trim() || error.message, { cause: error }));
      else done(stdout);
    });
  });
}
