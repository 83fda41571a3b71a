import type { MigrationInterface, QueryRunner } from "typeorm";

/** "Do not disturb", and until when. */
export class Quiet1796100000010 implements MigrationInterface {
  readonly name = "Quiet1796100000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE preferences
        ADD COLUMN quiet boolean NOT NULL DEFAULT false,
        ADD COLUMN quiet_until timestamptz`);
    await runner.query("CREATE INDEX preferences_quiet_until_idx ON preferences (quiet_until) WHERE quiet");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE preferences DROP COLUMN quiet, DROP COLUMN quiet_until");
  }
}
