import type { MigrationInterface, QueryRunner } from "typeorm";

/** Which addresses their people have proved to read, and who lets themselves be found by one. */
export class FoundByEmail1796100000000 implements MigrationInterface {
  readonly name = "FoundByEmail1796100000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE users ADD COLUMN email_proved boolean NOT NULL DEFAULT false");
    // Each of these took a code or link that was mailed there, and no address changes without one. Of older ones nothing is
    // known: they are proved once more, by whoever wants to be found by theirs.
    await runner.query(`
      UPDATE users SET email_proved = true WHERE id IN (
        SELECT user_id FROM activities WHERE kind IN ('emailConfirmed', 'emailChanged', 'passwordReset')
      )`);
    await runner.query("ALTER TABLE preferences ADD COLUMN found_by_email text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE preferences DROP COLUMN found_by_email");
    await runner.query("ALTER TABLE users DROP COLUMN email_proved");
  }
}
