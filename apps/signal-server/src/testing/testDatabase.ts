import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { openDataSource } from "../persistence/dataSource";
import { migrations } from "../persistence/migrations";

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Test files that start together must not make the template twice. Any constant will do. */
const TEMPLATE_LOCK = 5_518_204;

/** Changes with every edit of a migration, so that a template of yesterday is not taken for today's. */
function templateName(): string {
  const sources = migrations.map((migration) => migration.toString()).join();
  return `sightline_template_${createHash("sha256").update(sources).digest("hex").slice(0, 12)}`;
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function asAdmin<T>(adminUrl: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

async function ensureTemplate(admin: pg.Client, adminUrl: string, template: string): Promise<void> {
  await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
  try {
    const found = await admin.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (found.rowCount) return;
    const unfinished = `${template}_unfinished`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished}`);
    await (await openDataSource(urlOf(adminUrl, unfinished))).destroy();
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  } finally {
    await admin.query("SELECT pg_advisory_unlock($1)", [TEMPLATE_LOCK]);
  }
}

/** A database of its own with all tables, copied from a template in some 30 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const adminUrl = inject("databaseUrl");
  const name = `sightline_test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(adminUrl, async (admin) => {
    const template = templateName();
    await ensureTemplate(admin, adminUrl, template);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const drop = () => asAdmin(adminUrl, async (admin) => void (await admin.query(`DROP DATABASE ${name} WITH (FORCE)`)));
  return { url: urlOf(adminUrl, name), drop };
}
