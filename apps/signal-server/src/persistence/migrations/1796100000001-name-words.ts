import type { MigrationInterface, QueryRunner } from "typeorm";
import { type Named, nameWords } from "../nameWords";

const BATCH = 1_000;

/** The words of names that people are found by in an open directory. */
export class NameWords1796100000001 implements MigrationInterface {
  readonly name = "NameWords1796100000001";

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE name_words (
        user_id uuid NOT NULL CONSTRAINT name_words_user_id_fkey REFERENCES users ON DELETE CASCADE,
        word text COLLATE "C" NOT NULL,
        CONSTRAINT name_words_pkey PRIMARY KEY (user_id, word)
      )`);
    let last = "00000000-0000-0000-0000-000000000000";
    for (;;) {
      const people = (await runner.query(
        "SELECT id, name, username FROM users WHERE guest_of IS NULL AND password_hash <> '!' AND id > $1 ORDER BY id LIMIT $2",
        [last, BATCH],
      )) as Named[];
      const words = people.flatMap(nameWords);
      await runner.query("INSERT INTO name_words (user_id, word) SELECT * FROM unnest($1::uuid[], $2::text[])", [
        words.map(({ userId }) => userId),
        words.map(({ word }) => word),
      ]);
      const end = people.at(-1);
      if (!end) break;
      last = end.id;
    }
    await runner.query("CREATE INDEX name_words_word_idx ON name_words (word)");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DROP TABLE name_words");
  }
}
