import type { MigrationInterface, QueryRunner } from "typeorm";

/** Calls that wait beside a running one: the caller has a seat, the callee has none for it yet. One per callee. */
export class CallWaiting1795500000011 implements MigrationInterface {
  readonly name = "CallWaiting1795500000011";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE calls ADD COLUMN waiting boolean NOT NULL DEFAULT false");
    await runner.query(
      "CREATE UNIQUE INDEX calls_waiting_key ON calls (callee_id) WHERE state = 'ringing' AND waiting",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP INDEX calls_waiting_key");
    await runner.query("ALTER TABLE calls DROP COLUMN waiting");
  }
}
