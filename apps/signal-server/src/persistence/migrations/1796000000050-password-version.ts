import type { MigrationInterface, QueryRunner } from "typeorm";

/** Counts the changes of a password, so that what was proved with an earlier one opens no session any more. */
export class PasswordVersion1796000000050 implements MigrationInterface {
  readonly name = "PasswordVersion1796000000050";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE users ADD COLUMN password_version integer NOT NULL DEFAULT 0");
    // They live for minutes; those of before name no version.
    await runner.query("DELETE FROM log_in_tickets");
    await runner.query("ALTER TABLE log_in_tickets ADD COLUMN password_version integer NOT NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE log_in_tickets DROP COLUMN password_version");
    await runner.query("ALTER TABLE users DROP COLUMN password_version");
  }
}
