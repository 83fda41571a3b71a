import type { DataSource } from "typeorm";
import type { SessionRepository } from "../../domain/sessions/sessions";
import { sessionEntity } from "../entities/sessionEntity";
import { toUser } from "./userRepository";

export function createSessionRepository(dataSource: DataSource): SessionRepository {
  const rows = dataSource.getRepository(sessionEntity);
  return {
    async add(session) {
      await rows.insert({ ...session, lastSeenAt: session.createdAt });
    },
    async findByDigest(tokenDigest) {
      const row = await rows.findOne({ where: { tokenDigest }, relations: { user: true } });
      if (!row?.user) return null;
      const { id, deviceName, createdAt, lastSeenAt } = row;
      return { id, user: toUser(row.user), deviceName, createdAt, lastSeenAt };
    },
    exists(id) {
      return rows.existsBy({ id });
    },
    async touch(id, at) {
      await rows.update({ id }, { lastSeenAt: at });
    },
    async remove(id) {
      await rows.delete({ id });
    },
    async removeOlder(madeBefore, seenBefore) {
      const result = await rows
        .createQueryBuilder()
        .delete()
        .where("created_at < :madeBefore OR last_seen_at < :seenBefore", { madeBefore, seenBefore })
        .returning("id")
        .execute();
      return (result.raw as { id: string }[]).map((row) => row.id);
    },
  };
}
