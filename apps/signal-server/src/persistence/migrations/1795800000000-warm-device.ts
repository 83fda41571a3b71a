import type { MigrationInterface, QueryRunner } from "typeorm";

/** The one device of the callee that may connect while it rings. */
export class WarmDevice1795800000000 implements MigrationInterface {
  readonly name = "WarmDevice1795800000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE calls ADD COLUMN warm_device uuid");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE calls DROP COLUMN warm_device");
  }
}
