import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../apps/signal-server/src/adapters/embeddedPostgres/index";

export interface TemporaryDatabase {
  readonly url: string;
  remove(): Promise<void>;
}

/** A database server of its own in a temporary folder, gone without a trace after `remove`. */
export async function startTemporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-database-"));
  // Under root PostgreSQL runs as another user, who must be let in.
  await chmod(folder, 0o755);
  const database = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  return {
    url: database.url,
    remove: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
