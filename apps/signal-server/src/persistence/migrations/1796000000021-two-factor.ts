import type { MigrationInterface, QueryRunner } from "typeorm";

/** A code of an authenticator app at log-in, its recovery codes, and what stands between password and code. */
export class TwoFactor1796000000021 implements MigrationInterface {
  readonly name = "TwoFactor1796000000021";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE two_factors (
        user_id uuid CONSTRAINT two_factors_pkey PRIMARY KEY
          CONSTRAINT two_factors_user_id_fkey REFERENCES users ON DELETE CASCADE,
        sealed_secret text NOT NULL,
        created_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step integer
      )`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL CONSTRAINT recovery_codes_user_id_fkey REFERENCES users ON DELETE CASCADE,
        digest text NOT NULL,
        CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, digest)
      )`);
    await runner.query(`
      CREATE TABLE log_in_tickets (
        digest text CONSTRAINT log_in_tickets_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT log_in_tickets_user_id_fkey REFERENCES users ON DELETE CASCADE,
        attempts_left integer NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query("CREATE INDEX log_in_tickets_user_id_idx ON log_in_tickets (user_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE log_in_tickets, recovery_codes, two_factors");
  }
}
