import type { DataSource } from "typeorm";
import type { BlockRepository } from "../../domain/contacts/blockList";
import { blockEntity } from "../entities/blockEntity";

export function createBlockRepository(dataSource: DataSource): BlockRepository {
  const rows = dataSource.getRepository(blockEntity);
  return {
    async add(blockerId, blockedId, createdAt) {
      await rows.createQueryBuilder().insert().values({ blockerId, blockedId, createdAt }).orIgnore().execute();
    },
    async remove(blockerId, blockedId) {
      return (await rows.delete({ blockerId, blockedId })).affected === 1;
    },
    async blockedBy(blockerId) {
      const found = await rows.find({ where: { blockerId }, order: { createdAt: "DESC", blockedId: "ASC" } });
      return found.map(({ blockedId }) => blockedId);
    },
    async blockersOf(blockedId) {
      return new Set((await rows.findBy({ blockedId })).map(({ blockerId }) => blockerId));
    },
    has: (blockerId, blockedId) => rows.existsBy({ blockerId, blockedId }),
  };
}
