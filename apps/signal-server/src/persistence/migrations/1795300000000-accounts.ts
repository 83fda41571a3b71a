import type { MigrationInterface, QueryRunner } from "typeorm";

export class Accounts1795300000000 implements MigrationInterface {
  readonly name = "Accounts1795300000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        id uuid CONSTRAINT users_pkey PRIMARY KEY,
        name text NOT NULL,
        username text NOT NULL,
        email text NOT NULL,
        password_hash text NOT NULL,
        created_at timestamptz NOT NULL
      )`);
    await runner.query("CREATE UNIQUE INDEX users_username_key ON users (lower(username))");
    await runner.query("CREATE UNIQUE INDEX users_email_key ON users (lower(email))");
    await runner.query(`
      CREATE TABLE sessions (
        id uuid CONSTRAINT sessions_pkey PRIMARY KEY,
        user_id uuid NOT NULL CONSTRAINT sessions_user_id_fkey REFERENCES users ON DELETE CASCADE,
        token_digest text NOT NULL CONSTRAINT sessions_token_digest_key UNIQUE,
        client text NOT NULL,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL
      )`);
    await runner.query("CREATE INDEX sessions_user_id_idx ON sessions (user_id)");
    await runner.query(`
      CREATE TABLE contacts (
        low_id uuid NOT NULL CONSTRAINT contacts_low_id_fkey REFERENCES users ON DELETE CASCADE,
        high_id uuid NOT NULL CONSTRAINT contacts_high_id_fkey REFERENCES users ON DELETE CASCADE,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        accepted_at timestamptz,
        CONSTRAINT contacts_pkey PRIMARY KEY (low_id, high_id),
        CONSTRAINT contacts_pair_order CHECK (low_id < high_id)
      )`);
    await runner.query("CREATE INDEX contacts_high_id_idx ON contacts (high_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE contacts, sessions, users");
  }
}
