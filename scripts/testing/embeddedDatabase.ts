import type { TestProject } from "vitest/node";
import { startTemporaryDatabase } from "./temporaryDatabase";

/** Global set-up of the `server-embedded` project. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startTemporaryDatabase();
  project.provide("databaseUrl", database.url);
  return () => database.remove();
}
