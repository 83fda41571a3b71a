import type { MigrationInterface, QueryRunner } from "typeorm";

/**
 * An invitation that waits with its account for the confirmation, and is there again when the account goes. An address is
 * one account's from its confirmation on: what was never proved keeps nobody out, and tells nobody who has an account.
 */
export class UsedInvitations1796100000002 implements MigrationInterface {
  readonly name = "UsedInvitations1796100000002";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invitations ADD COLUMN used_by uuid
        CONSTRAINT invitations_used_by_fkey REFERENCES users ON DELETE SET NULL`);
    await runner.query("CREATE UNIQUE INDEX invitations_used_by_key ON invitations (used_by)");
    await runner.query("DROP INDEX users_email_key");
    await runner.query("CREATE UNIQUE INDEX users_email_key ON users (lower(email)) WHERE NOT unconfirmed");
    await runner.query("CREATE INDEX users_email_idx ON users (lower(email))");
  }

  async down(runner: QueryRunner): Promise<void> {
    // Two of them may have one address. They are a day old at most, and may sign up again.
    await runner.query("DELETE FROM users WHERE unconfirmed");
    await runner.query("DROP INDEX users_email_idx");
    await runner.query("DROP INDEX users_email_key");
    await runner.query("CREATE UNIQUE INDEX users_email_key ON users (lower(email))");
    await runner.query("ALTER TABLE invitations DROP COLUMN used_by");
  }
}
