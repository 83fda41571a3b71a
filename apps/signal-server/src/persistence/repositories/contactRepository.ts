import { type DataSource, type EntityManager, IsNull, Not } from "typeorm";
import type { ContactRepository, ContactTie } from "../../domain/contacts/contactBook";
import { contactEntity, type ContactRow } from "../entities/contactEntity";

interface Pair {
  readonly lowId: string;
  readonly highId: string;
}

/** PostgreSQL orders uuids by their bytes, which is the order of their lower-case text. */
function pairOf(one: string, other: string): Pair {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a < b ? { lowId: a, highId: b } : { lowId: b, highId: a };
}

/** Makes two people contacts at once, as an invitation does. */
export async function makeContacts(tx: EntityManager, inviterId: string, userId: string, at: Date): Promise<void> {
  await tx.insert(contactEntity, {
    ...pairOf(inviterId, userId),
    requestedBy: inviterId,
    requestedAt: at,
    acceptedAt: at,
  });
}

/** Inserts the request; meets the other's open request as its acceptance; answers no row when a tie is there already. */
const REQUEST = `
  INSERT INTO contacts (low_id, high_id, requested_by, requested_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (low_id, high_id) DO UPDATE SET accepted_at = $4
    WHERE contacts.accepted_at IS NULL AND contacts.requested_by <> $3
  RETURNING accepted_at`;

export function createContactRepository(dataSource: DataSource): ContactRepository {
  const rows = dataSource.getRepository(contactEntity);
  const other = (row: ContactRow, userId: string) => (row.lowId === userId ? row.highId : row.lowId);
  const toTie = (row: ContactRow, userId: string): ContactTie => ({
    otherId: other(row, userId),
    requestedBy: row.requestedBy,
    accepted: row.acceptedAt !== null,
  });
  return {
    async request(fromId, toId, at) {
      const { lowId, highId } = pairOf(fromId, toId);
      const made: { accepted_at: Date | null }[] = await dataSource.query(REQUEST, [lowId, highId, fromId, at]);
      const row = made[0];
      if (!row) return "exists";
      return row.accepted_at ? "accepted" : "requested";
    },
    async accept(userId, requesterId, at) {
      const open = { ...pairOf(userId, requesterId), requestedBy: requesterId, acceptedAt: IsNull() };
      const result = await rows.update(open, { acceptedAt: at });
      return result.affected === 1;
    },
    async remove(userId, otherId) {
      const result = await rows.delete({ ...pairOf(userId, otherId) });
      return result.affected === 1;
    },
    areAccepted(userId, otherId) {
      return rows.existsBy({ ...pairOf(userId, otherId), acceptedAt: Not(IsNull()) });
    },
    async tieOf(userId, otherId) {
      const row = await rows.findOneBy({ ...pairOf(userId, otherId) });
      return row && toTie(row, userId);
    },
    async listOf(userId) {
      const found = await rows.find({
        where: [{ lowId: userId }, { highId: userId }],
        order: { requestedAt: "ASC", lowId: "ASC", highId: "ASC" },
      });
      return found.map((row) => toTie(row, userId));
    },
    async acceptedOf(userId) {
      const accepted = { acceptedAt: Not(IsNull()) };
      const found = await rows.find({
        where: [
          { lowId: userId, ...accepted },
          { highId: userId, ...accepted },
        ],
      });
      return found.map((row) => other(row, userId));
    },
  };
}
