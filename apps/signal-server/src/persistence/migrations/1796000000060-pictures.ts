import type { MigrationInterface, QueryRunner } from "typeorm";

export class Pictures1796000000060 implements MigrationInterface {
  readonly name = "Pictures1796000000060";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE users ADD COLUMN picture_id text");
    await runner.query(`
      CREATE TABLE pictures (
        user_id uuid CONSTRAINT pictures_pkey PRIMARY KEY
          CONSTRAINT pictures_user_id_fkey REFERENCES users ON DELETE CASCADE,
        id text NOT NULL CONSTRAINT pictures_id_key UNIQUE,
        bytes bytea NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE pictures");
    await runner.query("ALTER TABLE users DROP COLUMN picture_id");
  }
}
