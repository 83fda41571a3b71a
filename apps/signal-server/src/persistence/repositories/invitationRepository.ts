import { type DataSource, IsNull, LessThanOrEqual, MoreThan, Not } from "typeorm";
import { FIRST_INVITATION_ID, type InvitationRepository } from "../../domain/users/invitations";
import { violatedUnique } from "../databaseFaults";
import { invitationEntity } from "../entities/invitationEntity";
import { userEntity } from "../entities/userEntity";
import { makeContacts } from "./contactRepository";
import { fieldOfViolation, insertUser } from "./userRepository";

/** Whoever uses an invitation a second later waits for this row, and finds it gone or used. */
const TAKE = `
  SELECT id, inviter_id FROM invitations
  WHERE token_digest = $1 AND expires_at > $2 AND used_by IS NULL AND (inviter_id IS NULL OR NOT $3)
  FOR UPDATE`;

export function createInvitationRepository(dataSource: DataSource): InvitationRepository {
  const rows = dataSource.getRepository(invitationEntity);
  return {
    async add(invitation, most) {
      return dataSource.transaction(async (tx) => {
        // One after the other for one person, so that two at once cannot both be the last that is allowed.
        await tx.query("SELECT 1 FROM users WHERE id = $1 FOR UPDATE", [invitation.inviterId]);
        const open = { inviterId: invitation.inviterId ?? IsNull(), expiresAt: MoreThan(invitation.createdAt) };
        if ((await tx.countBy(invitationEntity, open)) >= most) return false;
        await tx.insert(invitationEntity, invitation);
        return true;
      });
    },
    listOf(inviterId, now) {
      return rows.find({
        where: { inviterId, usedBy: IsNull(), expiresAt: MoreThan(now) },
        order: { createdAt: "DESC", id: "ASC" },
      });
    },
    async remove(inviterId, id) {
      return (await rows.delete({ inviterId, id, usedBy: IsNull() })).affected === 1;
    },
    async removeExpired(now) {
      await rows.delete({ expiresAt: LessThanOrEqual(now), usedBy: IsNull() });
    },
    async setFirst(invitation) {
      // Several servers that start at once each make one; the last one counts.
      if (invitation) await rows.upsert({ ...invitation, usedBy: null }, ["id"]);
      else await rows.delete({ id: FIRST_INVITATION_ID });
    },
    async redeem(tokenDigest, user, operatorsOnly) {
      try {
        return await dataSource.transaction(async (tx) => {
          const given = [tokenDigest, user.createdAt, operatorsOnly];
          const [found]: { id: string; inviter_id: string | null }[] = await tx.query(TAKE, given);
          if (!found) return "invitation";
          const { id, inviter_id: inviterId } = found;
          await insertUser(tx, user);
          if (user.unconfirmed) {
            await tx.update(invitationEntity, { id }, { usedBy: user.id });
            return { inviterId: null };
          }
          await tx.delete(invitationEntity, { id });
          if (inviterId !== null) await makeContacts(tx, inviterId, user.id, user.createdAt);
          return { inviterId };
        });
      } catch (error) {
        const field = fieldOfViolation(violatedUnique(error));
        if (field) return field;
        throw error;
      }
    },
    anyAccount() {
      // Who stands for deleted accounts is nobody.
      const usable = { guestOf: IsNull(), passwordHash: Not("!"), unconfirmed: false };
      return dataSource.getRepository(userEntity).existsBy(usable);
    },
  };
}
