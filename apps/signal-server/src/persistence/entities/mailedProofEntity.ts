import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface MailedProofRow {
  userId: string;
  user?: UserRow;
  purpose: string;
  email: string;
  tokenDigest: string;
  codeHash: string;
  triesLeft: number;
  expiresAt: Date;
}

/** One row for each user and purpose: a newer proof cannot but replace the older one. */
export const mailedProofEntity = new EntitySchema<MailedProofRow>({
  name: "mailedProof",
  tableName: "mailed_proofs",
  columns: {
    userId: { type: "uuid", name: "user_id", primary: true, primaryKeyConstraintName: "mailed_proofs_pkey" },
    purpose: { type: "text", primary: true, primaryKeyConstraintName: "mailed_proofs_pkey" },
    email: { type: "text" },
    tokenDigest: { type: "text", name: "token_digest" },
    codeHash: { type: "text", name: "code_hash" },
    triesLeft: { type: "integer", name: "tries_left" },
    expiresAt: { type: "timestamptz", name: "expires_at" },
  },
  relations: {
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "user_id", foreignKeyConstraintName: "mailed_proofs_user_id_fkey" },
      onDelete: "CASCADE",
      nullable: false,
    },
  },
  uniques: [{ name: "mailed_proofs_token_digest_key", columns: ["tokenDigest"] }],
});
