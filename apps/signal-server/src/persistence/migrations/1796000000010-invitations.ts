import type { MigrationInterface, QueryRunner } from "typeorm";

export class Invitations1796000000010 implements MigrationInterface {
  readonly name = "Invitations1796000000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitations (
        id uuid CONSTRAINT invitations_pkey PRIMARY KEY,
        inviter_id uuid CONSTRAINT invitations_inviter_id_fkey REFERENCES users ON DELETE CASCADE,
        token_digest text NOT NULL CONSTRAINT invitations_token_digest_key UNIQUE,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      )`);
    await runner.query("CREATE INDEX invitations_inviter_id_idx ON invitations (inviter_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE invitations");
  }
}
