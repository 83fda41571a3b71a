import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** A word of an account's name or username, as `wordsOf` makes it. */
export interface NameWordRow {
  userId: string;
  user?: UserRow;
  word: string;
}

export const nameWordEntity = new EntitySchema<NameWordRow>({
  name: "nameWord",
  tableName: "name_words",
  columns: {
    userId: { type: "uuid", primary: true, name: "user_id", primaryKeyConstraintName: "name_words_pkey" },
    // By bytes, so that an index finds beginnings whatever the database's locale is.
    word: { type: "text", primary: true, collation: "C", primaryKeyConstraintName: "name_words_pkey" },
  },
  relations: { user: toUser("user_id", "name_words_user_id_fkey") },
  indices: [{ name: "name_words_word_idx", columns: ["word"] }],
});
