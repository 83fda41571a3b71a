import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";
import { toUser } from "./userRelation";

/** Only of people who have one. `users.picture_id` says the same id, so that no list of people has to come here. */
export interface PictureRow {
  userId: string;
  user?: UserRow;
  id: string;
  bytes: Buffer;
}

export const pictureEntity = new EntitySchema<PictureRow>({
  name: "picture",
  tableName: "pictures",
  columns: {
    userId: { type: "uuid", primary: true, name: "user_id", primaryKeyConstraintName: "pictures_pkey" },
    id: { type: "text" },
    bytes: { type: "bytea" },
  },
  uniques: [{ name: "pictures_id_key", columns: ["id"] }],
  relations: { user: toUser("user_id", "pictures_user_id_fkey") },
});
