import { type DataSource, In, LessThan } from "typeorm";
import type { ClientKind } from "@sightline/protocol";
import type { DeviceSession, EndedSession, SessionRepository } from "../../domain/sessions/sessions";
import { sessionEntity, type SessionRow } from "../entities/sessionEntity";
import { toUser } from "./userRepository";

function toDevice({ id, client, deviceName, createdAt, lastSeenAt }: SessionRow): DeviceSession {
  // Only kinds of the contract are ever written.
  return { id, client: client as ClientKind, deviceName, createdAt, lastSeenAt };
}

export function createSessionRepository(dataSource: DataSource): SessionRepository {
  const rows = dataSource.getRepository(sessionEntity);
  const removal = () => rows.createQueryBuilder().delete().returning("id, user_id, device_name");
  const ended = async (deletion: ReturnType<typeof removal>): Promise<EndedSession[]> => {
    const { raw } = await deletion.execute();
    return (raw as { id: string; user_id: string; device_name: string | null }[]).map((row) => ({
      id: row.id,
      userId: row.user_id,
      deviceName: row.device_name,
    }));
  };
  return {
    async add({ id, userId, passwordVersion, tokenDigest, client, deviceName, createdAt }) {
      // The lock on the user's row makes a change of the password wait for the session, to remove it, or the session for the change.
      const added: unknown[] = await dataSource.query(
        `INSERT INTO sessions (id, user_id, token_digest, client, device_name, created_at, last_seen_at)
         SELECT $1::uuid, u.id, $3::text, $4::text, $5::text, $6::timestamptz, $6::timestamptz
         FROM users u WHERE u.id = $2 AND u.password_version = $7 FOR SHARE RETURNING id`,
        [id, userId, tokenDigest, client, deviceName, createdAt, passwordVersion],
      );
      return added.length === 1;
    },
    async findByDigest(tokenDigest) {
      const row = await rows.findOne({ where: { tokenDigest }, relations: { user: true } });
      return row?.user ? { ...toDevice(row), user: toUser(row.user) } : null;
    },
    exists(id) {
      return rows.existsBy({ id });
    },
    async listOf(userId) {
      return (await rows.find({ where: { userId }, order: { lastSeenAt: "DESC", id: "ASC" } })).map(toDevice);
    },
    async touch(ids, at) {
      if (ids.length > 0) await rows.update({ id: In([...ids]), lastSeenAt: LessThan(at) }, { lastSeenAt: at });
    },
    async setDigest(id, tokenDigest) {
      await rows.update({ id }, { tokenDigest });
    },
    async removeByDigest(tokenDigest) {
      return (await ended(removal().where("token_digest = :tokenDigest", { tokenDigest })))[0] ?? null;
    },
    remove(choice) {
      const mine = removal().where("user_id = :userId", { userId: choice.userId });
      if ("only" in choice) return ended(mine.andWhere("id = :id", { id: choice.only }));
      return ended(choice.but === undefined ? mine : mine.andWhere("id <> :id", { id: choice.but }));
    },
    removeOlder(madeBefore, seenBefore) {
      const old = "created_at < :madeBefore OR last_seen_at < :seenBefore";
      return ended(removal().where(old, { madeBefore, seenBefore }));
    },
  };
}
