import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config";
import type { Log } from "../domain/ports";

export interface Database {
  readonly url: string;
  stop(): Promise<void>;
}

/** Makes sure the data folder is there and can be written. */
export async function prepareDataFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(`The data folder ${folder} cannot be written. Choose another one with DATA_DIR.`, { cause });
  }
}

/** The database of DATABASE_URL, or an embedded one in the data folder. */
export async function provideDatabase({ databaseUrl, dataDir }: Config, log: Log): Promise<Database> {
  if (databaseUrl !== null) return { url: databaseUrl, stop: async () => undefined };
  const { startEmbeddedPostgres } = await import("../adapters/embeddedPostgres");
  return startEmbeddedPostgres({
    dataDir: join(dataDir, "postgres"),
    log: (line) => log.info("database", { event: line }),
  });
}
