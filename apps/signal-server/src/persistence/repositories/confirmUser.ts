import type { EntityManager } from "typeorm";
import { userEntity } from "../entities/userEntity";
import { makeContacts } from "./contactRepository";

const USE_UP = "DELETE FROM invitations WHERE used_by = $1 RETURNING inviter_id";

/** From now on the account works, and what its invitation promised is kept. Answers whose contact it is now, if anybody's. */
export async function confirmUser(manager: EntityManager, id: string, at: Date): Promise<string | null> {
  // Also of an account that works already: whoever sets a password by mail reads the address.
  await manager.update(userEntity, { id }, { emailProved: true });
  const { affected } = await manager.update(userEntity, { id, unconfirmed: true }, { unconfirmed: false });
  if (affected !== 1) return null;
  const [used]: [{ inviter_id: string | null }[], number] = await manager.query(USE_UP, [id]);
  const inviterId = used[0]?.inviter_id ?? null;
  if (inviterId !== null) await makeContacts(manager, inviterId, id, at);
  return inviterId;
}
