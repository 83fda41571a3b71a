import type { MigrationInterface, QueryRunner } from "typeorm";

export class Blocks1796000000030 implements MigrationInterface {
  readonly name = "Blocks1796000000030";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE blocks (
        blocker_id uuid NOT NULL CONSTRAINT blocks_blocker_id_fkey REFERENCES users ON DELETE CASCADE,
        blocked_id uuid NOT NULL CONSTRAINT blocks_blocked_id_fkey REFERENCES users ON DELETE CASCADE,
        created_at timestamptz NOT NULL,
        CONSTRAINT blocks_pkey PRIMARY KEY (blocker_id, blocked_id)
      )`);
    await runner.query("CREATE INDEX blocks_blocked_id_idx ON blocks (blocked_id)");
    await runner.query(`
      CREATE TABLE preferences (
        user_id uuid CONSTRAINT preferences_pkey PRIMARY KEY
          CONSTRAINT preferences_user_id_fkey REFERENCES users ON DELETE CASCADE,
        callable_by text NOT NULL DEFAULT 'contacts'
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE blocks, preferences");
  }
}
