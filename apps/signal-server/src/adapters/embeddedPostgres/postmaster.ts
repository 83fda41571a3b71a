import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { readPassword, SUPERUSER } from "./cluster";

/** What a running PostgreSQL writes into its data folder (`postmaster.pid`, see miscadmin.h of PostgreSQL). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port) return undefined;
  return { pid, port, ready: lines[7] === "ready" };
}

/** The address of a database of the cluster whose server listens on `port`. */
export async function addressOf(cluster: string, port: number, database: string): Promise<string> {
  return `postgres://${SUPERUSER}:${await readPassword(cluster)}@127.0.0.1:${port}/${database}`;
}

/** Asks one question of a database and closes the connection again. */
export async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that is killed meanwhile reports here too; the query's own rejection is what counts.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await client.query(sql);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The server that already runs on this cluster. The file alone proves nothing: it survives a kill, its process id may
 * belong to something else by now and its port to another program. A query with the cluster's own password settles it.
 */
export async function findLive(cluster: string): Promise<Postmaster | undefined> {
  const found = await readPostmaster(cluster);
  if (!found?.ready) return undefined;
  try {
    await ask(await addressOf(cluster, found.port, "postgres"), "SELECT 1");
    return found;
  } catch {
    return undefined;
  }
}
