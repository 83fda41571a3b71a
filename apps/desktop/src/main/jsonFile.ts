import { readFile, rename, rm, writeFile } from "node:fs/promises";
import type { z } from "zod";

/** Reads and checks a small JSON file; null when it is missing, broken or of another shape. */
export async function readJsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    const parsed = schema.safeParse(JSON.parse(await readFile(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Replaces the file in one step, readable by its owner only: a crash leaves the old or the new one, never half. */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  const draft = `${path}.${process.pid}.tmp`;
  await rm(draft, { force: true });
  await writeFile(draft, JSON.stringify(value), { mode: 0o600 });
  await rename(draft, path);
}
