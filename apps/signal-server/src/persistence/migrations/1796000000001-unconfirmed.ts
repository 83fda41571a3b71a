import type { MigrationInterface, QueryRunner } from "typeorm";

/** Accounts whose sign-up waits for its confirmation; all there are so far count as confirmed. */
export class Unconfirmed1796000000001 implements MigrationInterface {
  readonly name = "Unconfirmed1796000000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE users ADD COLUMN unconfirmed boolean NOT NULL DEFAULT false");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE users DROP COLUMN unconfirmed");
  }
}
