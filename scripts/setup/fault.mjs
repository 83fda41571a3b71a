/** Something the user can put right; its message is the one sentence they read. */
export class Fault extends Error {}

/**
 * Runs a script's main part: a Fault is told without a stack, and the exit code is 1.
 * @param {() => Promise<void>} main
 */
export async function tellFaults(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Fault ? error.message : error);
    process.exitCode = 1;
  }
}
