/** Something the user can put right; its message is the one sentence they read. */
export class Fault extends Error {}

const unwritable = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC"]);

/**
 * What the user reads of an error: one sentence for what they can put right, all of it for a fault of ours.
 * @param {unknown} error
 */
export function told(error) {
  if (error instanceof Fault) return error.message;
  if (error instanceof Error && "code" in error && "path" in error && unwritable.has(String(error.code))) {
    return `${String(error.path)} cannot be written (${String(error.code)}); use a copy of this folder that is yours.`;
  }
  return error;
}

/**
 * Runs a script's main part: what the user can put right is told without a stack, and the exit code is 1.
 * @param {() => Promise<void>} main
 */
export async function tellFaults(main) {
  try {
    await main();
  } catch (error) {
    console.error(told(error));
    process.exitCode = 1;
  }
}
