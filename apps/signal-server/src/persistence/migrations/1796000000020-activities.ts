import type { MigrationInterface, QueryRunner } from "typeorm";

/** Security events about one person, for that person to see. */
export class Activities1796000000020 implements MigrationInterface {
  readonly name = "Activities1796000000020";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activities (
        id bigserial CONSTRAINT activities_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT activities_user_id_fkey REFERENCES users ON DELETE CASCADE,
        kind text NOT NULL,
        device_name text,
        at timestamptz NOT NULL
      )`);
    await runner.query("CREATE INDEX activities_user_id_idx ON activities (user_id, at)");
    await runner.query("CREATE INDEX activities_at_idx ON activities (at)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE activities");
  }
}
