import type { MigrationInterface, QueryRunner } from "typeorm";

export class Rooms1795500000000 implements MigrationInterface {
  readonly name = "Rooms1795500000000";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE rooms (
        id text CONSTRAINT rooms_pkey PRIMARY KEY,
        owner_id uuid NOT NULL CONSTRAINT rooms_owner_id_fkey REFERENCES users ON DELETE CASCADE,
        name text NOT NULL,
        locked boolean NOT NULL,
        created_at timestamptz NOT NULL,
        call_id uuid
      )`);
    await runner.query("CREATE INDEX rooms_owner_id_idx ON rooms (owner_id)");
    await runner.query(`
      CREATE TABLE room_seats (
        room_id text NOT NULL CONSTRAINT room_seats_room_id_fkey REFERENCES rooms ON DELETE CASCADE,
        seat smallint NOT NULL CONSTRAINT room_seats_two CHECK (seat IN (1, 2)),
        user_id uuid NOT NULL CONSTRAINT room_seats_user_id_key UNIQUE
          CONSTRAINT room_seats_user_id_fkey REFERENCES users ON DELETE CASCADE,
        device_id uuid NOT NULL,
        CONSTRAINT room_seats_pkey PRIMARY KEY (room_id, seat)
      )`);
    await runner.query(`
      ALTER TABLE users ADD COLUMN guest_of text
        CONSTRAINT users_guest_of_fkey REFERENCES rooms ON DELETE CASCADE`);
    await runner.query("CREATE INDEX users_guest_of_idx ON users (guest_of)");
  }

  async down(runner: QueryRunner): Promise<void> {
    // Without the column guests would become accounts.
    await runner.query("DELETE FROM users WHERE guest_of IS NOT NULL");
    await runner.query("ALTER TABLE users DROP COLUMN guest_of");
    await runner.query("DROP TABLE room_seats, rooms");
  }
}
