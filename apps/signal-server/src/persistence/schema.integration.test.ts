import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../testing/testDatabase";
import type { DataSource } from "typeorm";
import { openDataSource } from "./dataSource";
import { migrations } from "./migrations";

let database: TestDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await openDataSource(database.url);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function difference(): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

describe("the schema", () => {
  it("the migrations make exactly what the entities describe", async () => {
    expect(await difference()).toEqual([]);
  });

  it("a difference would be seen", async () => {
    await dataSource.query("ALTER TABLE users DROP COLUMN name");
    expect(await difference()).toHaveLength(1);
    await dataSource.query("ALTER TABLE users ADD COLUMN name text NOT NULL");
  });

  it("every migration can be undone and done again", async () => {
    for (const _migration of migrations) await dataSource.undoLastMigration();
    const left = await dataSource.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(left).toEqual([{ tablename: "migrations" }]);
    expect(await dataSource.runMigrations()).toHaveLength(migrations.length);
    expect(await difference()).toEqual([]);
  });

  it("two servers that start at once run each migration once", async () => {
    for (const _migration of migrations) await dataSource.undoLastMigration();
    const both = await Promise.all([openDataSource(database.url), openDataSource(database.url)]);
    const rows = await dataSource.query("SELECT name FROM migrations");
    expect(rows).toHaveLength(migrations.length);
    await Promise.all(both.map((each) => each.destroy()));
  });
});
