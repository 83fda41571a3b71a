import { type DataSource, LessThan } from "typeorm";
import type { ActivityRepository } from "../../domain/security/securityJournal";
import { violatesActivityUser } from "../databaseFaults";
import { activityEntity } from "../entities/activityEntity";

export function createActivityRepository(dataSource: DataSource): ActivityRepository {
  const rows = dataSource.getRepository(activityEntity);
  return {
    async add(activity) {
      try {
        await rows.insert({ ...activity });
      } catch (error) {
        if (!violatesActivityUser(error)) throw error;
      }
    },
    newestOf(userId, count) {
      return rows.find({ where: { userId }, order: { at: "DESC", id: "DESC" }, take: count });
    },
    async removeBefore(at) {
      await rows.delete({ at: LessThan(at) });
    },
  };
}
