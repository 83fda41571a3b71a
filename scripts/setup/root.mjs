import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's top folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** @type {(...parts: string[]) => string} */
export const inRoot = (...parts) => join(root, ...parts);
