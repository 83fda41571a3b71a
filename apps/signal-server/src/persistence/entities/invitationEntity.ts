import { EntitySchema } from "typeorm";
import type { UserRow } from "./userEntity";

export interface InvitationRow {
  id: string;
  /** Null: the operator's. */
  inviterId: string | null;
  inviter?: UserRow;
  tokenDigest: string;
  /** The account that was made with it and waits for its confirmation. */
  usedBy: string | null;
  user?: UserRow | null;
  createdAt: Date;
  expiresAt: Date;
}

export const invitationEntity = new EntitySchema<InvitationRow>({
  name: "invitation",
  tableName: "invitations",
  columns: {
    id: { type: "uuid", primary: true, primaryKeyConstraintName: "invitations_pkey" },
    inviterId: { type: "uuid", name: "inviter_id", nullable: true },
    tokenDigest: { type: "text", name: "token_digest" },
    usedBy: { type: "uuid", name: "used_by", nullable: true },
    createdAt: { type: "timestamptz", name: "created_at" },
    expiresAt: { type: "timestamptz", name: "expires_at" },
  },
  relations: {
    inviter: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "inviter_id", foreignKeyConstraintName: "invitations_inviter_id_fkey" },
      onDelete: "CASCADE",
      nullable: true,
    },
    user: {
      type: "many-to-one",
      target: "user",
      joinColumn: { name: "used_by", foreignKeyConstraintName: "invitations_used_by_fkey" },
      onDelete: "SET NULL",
      nullable: true,
    },
  },
  uniques: [{ name: "invitations_token_digest_key", columns: ["tokenDigest"] }],
  indices: [
    { name: "invitations_inviter_id_idx", columns: ["inviterId"] },
    { name: "invitations_used_by_key", columns: ["usedBy"], unique: true },
  ],
});
