import type { MigrationInterface, QueryRunner } from "typeorm";

/** What a person would call the device of a session; sessions made before have none. */
export class SessionDevices1795500000010 implements MigrationInterface {
  readonly name = "SessionDevices1795500000010";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE sessions ADD COLUMN device_name text");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("ALTER TABLE sessions DROP COLUMN device_name");
  }
}
