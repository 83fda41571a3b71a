import { type DataSource, type EntityManager, IsNull, LessThan, Not } from "typeorm";
import type { TwoFactorRepository } from "../../domain/twoFactor/twoFactorRepository";
import { recoveryCodeEntity } from "../entities/recoveryCodeEntity";
import { twoFactorEntity } from "../entities/twoFactorEntity";

export function createTwoFactorRepository(dataSource: DataSource): TwoFactorRepository {
  const rows = dataSource.getRepository(twoFactorEntity);
  const recoveryCodes = dataSource.getRepository(recoveryCodeEntity);
  const replaceCodes = async (manager: EntityManager, userId: string, digests: readonly string[]) => {
    await manager.delete(recoveryCodeEntity, { userId });
    await manager.insert(
      recoveryCodeEntity,
      digests.map((digest) => ({ userId, digest })),
    );
  };
  return {
    async find(userId) {
      const row = await rows.findOneBy({ userId });
      return row && { sealedSecret: row.sealedSecret, confirmedAt: row.confirmedAt };
    },
    async begin(userId, sealedSecret, at) {
      const begun: unknown[] = await dataSource.query(
        `INSERT INTO two_factors (user_id, sealed_secret, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (user_id) DO UPDATE SET sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
         WHERE two_factors.confirmed_at IS NULL RETURNING user_id`,
        [userId, sealedSecret, at],
      );
      return begun.length === 1;
    },
    confirm(userId, sealedSecret, lastStep, digests, confirmedAt) {
      return dataSource.transaction(async (manager) => {
        const unconfirmed = { userId, sealedSecret, confirmedAt: IsNull() };
        const { affected } = await manager.update(twoFactorEntity, unconfirmed, { confirmedAt, lastStep });
        if (affected !== 1) return false;
        await replaceCodes(manager, userId, digests);
        return true;
      });
    },
    async useStep(userId, lastStep) {
      const unused = { userId, confirmedAt: Not(IsNull()), lastStep: LessThan(lastStep) };
      const { affected } = await rows.update(unused, { lastStep });
      return affected === 1;
    },
    async useRecoveryCode(userId, digest) {
      return (await recoveryCodes.delete({ userId, digest })).affected === 1;
    },
    replaceRecoveryCodes(userId, digests) {
      return dataSource.transaction((manager) => replaceCodes(manager, userId, digests));
    },
    recoveryCodesLeft(userId) {
      return recoveryCodes.countBy({ userId });
    },
    async remove(userId) {
      await dataSource.transaction(async (manager) => {
        await manager.delete(recoveryCodeEntity, { userId });
        await manager.delete(twoFactorEntity, { userId });
      });
    },
  };
}
