/** Ends the process with what is wrong, a sentence a line, for the person at the console. */
export function fail(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
