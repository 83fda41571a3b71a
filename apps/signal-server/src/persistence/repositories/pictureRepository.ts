import type { DataSource } from "typeorm";
import type { PictureRepository } from "../../domain/users/profile";
import { pictureEntity } from "../entities/pictureEntity";
import { userEntity } from "../entities/userEntity";

/** The person's row is written first: its lock puts two changes at once in an order. */
export function createPictureRepository(dataSource: DataSource): PictureRepository {
  const rows = dataSource.getRepository(pictureEntity);
  return {
    put: (userId, id, bytes) =>
      dataSource.transaction(async (manager) => {
        const { affected } = await manager.update(userEntity, { id: userId }, { pictureId: id });
        if (affected !== 1) return false;
        await manager.upsert(pictureEntity, { userId, id, bytes: Buffer.from(bytes) }, ["userId"]);
        return true;
      }),
    remove: (userId) =>
      dataSource.transaction(async (manager) => {
        await manager.update(userEntity, { id: userId }, { pictureId: null });
        await manager.delete(pictureEntity, { userId });
      }),
    find: async (id) => (await rows.findOneBy({ id }))?.bytes ?? null,
    ofUser: async (userId) => (await rows.findOneBy({ userId }))?.bytes ?? null,
  };
}
