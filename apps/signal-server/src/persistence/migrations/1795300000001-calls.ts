import type { MigrationInterface, QueryRunner } from "typeorm";

export class Calls1795300000001 implements MigrationInterface {
  readonly name = "Calls1795300000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calls (
        id uuid CONSTRAINT calls_pkey PRIMARY KEY,
        caller_id uuid NOT NULL CONSTRAINT calls_caller_id_fkey REFERENCES users ON DELETE CASCADE,
        caller_device uuid NOT NULL,
        callee_id uuid NOT NULL CONSTRAINT calls_callee_id_fkey REFERENCES users ON DELETE CASCADE,
        callee_device uuid,
        kind text NOT NULL,
        state text NOT NULL,
        reason text,
        started_at timestamptz NOT NULL,
        answered_at timestamptz,
        ended_at timestamptz,
        ring_deadline timestamptz NOT NULL,
        version integer NOT NULL,
        offer jsonb,
        candidates jsonb NOT NULL DEFAULT '[]'
      )`);
    await runner.query("CREATE INDEX calls_caller_id_started_at_idx ON calls (caller_id, started_at)");
    await runner.query("CREATE INDEX calls_callee_id_started_at_idx ON calls (callee_id, started_at)");
    await runner.query("CREATE INDEX calls_ring_deadline_idx ON calls (ring_deadline) WHERE state = 'ringing'");
    await runner.query(`
      CREATE TABLE call_seats (
        user_id uuid CONSTRAINT call_seats_pkey PRIMARY KEY
          CONSTRAINT call_seats_user_id_fkey REFERENCES users ON DELETE CASCADE,
        call_id uuid NOT NULL CONSTRAINT call_seats_call_id_fkey REFERENCES calls ON DELETE CASCADE
      )`);
    await runner.query("CREATE INDEX call_seats_call_id_idx ON call_seats (call_id)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE call_seats, calls");
  }
}
