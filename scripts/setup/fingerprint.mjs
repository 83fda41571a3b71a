import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./root.mjs";

const isTest = (/** @type {string} */ file) => /\.test\.tsx?$/.test(file);

/**
 * @param {string} path a file or folder below the root
 * @returns {string[]} the files in it, in a fixed order
 */
function filesIn(path) {
  if (statSync(inRoot(path)).isFile()) return [path];
  const names = readdirSync(inRoot(path)).toSorted();
  return names.flatMap((name) => filesIn(join(path, name))).filter((file) => !isTest(file));
}

/**
 * One value for the contents of all these files and folders: what is built from them need not be built twice.
 * @param {readonly string[]} paths
 */
export function fingerprintOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update("\0");
  return hash.digest("hex");
}
