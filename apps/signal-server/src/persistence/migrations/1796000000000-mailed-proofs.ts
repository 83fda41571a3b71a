import type { MigrationInterface, QueryRunner } from "typeorm";

/** Codes and links that were mailed. */
export class MailedProofs1796000000000 implements MigrationInterface {
  readonly name = "MailedProofs1796000000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mailed_proofs (
        user_id uuid NOT NULL CONSTRAINT mailed_proofs_user_id_fkey REFERENCES users ON DELETE CASCADE,
        purpose text NOT NULL,
        email text NOT NULL,
        token_digest text NOT NULL CONSTRAINT mailed_proofs_token_digest_key UNIQUE,
        code_hash text NOT NULL,
        tries_left integer NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT mailed_proofs_pkey PRIMARY KEY (user_id, purpose)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE mailed_proofs");
  }
}
