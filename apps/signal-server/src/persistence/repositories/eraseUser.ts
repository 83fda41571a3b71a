import type { EntityManager } from "typeorm";
import type { NewUser } from "../../domain/users/user";
import { sessionEntity } from "../entities/sessionEntity";
import { userEntity } from "../entities/userEntity";

/** A call that is not over goes with its people: nobody is in it any more. */
const LIVE_CALLS = "DELETE FROM calls WHERE state <> 'ended' AND (caller_id = $1 OR callee_id = $1)";
/** Both sides are gone: nobody's history. */
const NOBODYS_CALLS = `
  DELETE FROM calls WHERE (caller_id = $1 AND callee_id IN ($1, $2)) OR (callee_id = $1 AND caller_id IN ($1, $2))`;
const NO_DEVICE = "00000000-0000-0000-0000-000000000000";
const AS_CALLER = `UPDATE calls SET caller_id = $2, caller_device = '${NO_DEVICE}' WHERE caller_id = $1`;
const AS_CALLEE = "UPDATE calls SET callee_id = $2, callee_device = NULL, warm_device = NULL WHERE callee_id = $1";

/** Everything else goes by its foreign key. Answers the sessions that went. */
export async function eraseUser(manager: EntityManager, id: string, anonymous: NewUser): Promise<string[]> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(userEntity)
    .values({ ...anonymous })
    .orIgnore()
    .execute();
  const sessions = await manager.findBy(sessionEntity, { userId: id });
  await manager.query(LIVE_CALLS, [id]);
  for (const statement of [NOBODYS_CALLS, AS_CALLER, AS_CALLEE]) await manager.query(statement, [id, anonymous.id]);
  await manager.delete(userEntity, { id });
  return sessions.map((session) => session.id);
}
