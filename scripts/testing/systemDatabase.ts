import type { TestProject } from "vitest/node";
import { systemPostgres } from "./systemPostgres.mjs";
import { startTemporaryDatabase, type TemporaryDatabase } from "./temporaryDatabase";

async function startWith(programs: string): Promise<TemporaryDatabase> {
  const before = process.env.PG_BIN;
  process.env.PG_BIN = programs;
  try {
    return await startTemporaryDatabase();
  } finally {
    if (before === undefined) delete process.env.PG_BIN;
    else process.env.PG_BIN = before;
  }
}

/** Global set-up of the `server-postgres` project, which exists only where a PostgreSQL does. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = systemPostgres();
  if (!found) throw new Error("No PostgreSQL on this machine.");
  if ("url" in found) {
    project.provide("databaseUrl", found.url);
    return () => Promise.resolve();
  }
  const database = await startWith(found.programs);
  project.provide("databaseUrl", database.url);
  return () => database.remove();
}
