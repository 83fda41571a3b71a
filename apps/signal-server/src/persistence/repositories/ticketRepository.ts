import { type DataSource, LessThanOrEqual, MoreThan } from "typeorm";
import type { TicketRepository } from "../../domain/twoFactor/twoFactorRepository";
import { logInTicketEntity } from "../entities/logInTicketEntity";

export function createTicketRepository(dataSource: DataSource): TicketRepository {
  const rows = dataSource.getRepository(logInTicketEntity);
  return {
    async add(ticket) {
      await rows.insert(ticket);
    },
    async holderOf(digest, now) {
      const row = await rows.findOneBy({ digest, expiresAt: MoreThan(now), attemptsLeft: MoreThan(0) });
      return row && { userId: row.userId, passwordVersion: row.passwordVersion };
    },
    async takeAttempt(digest) {
      const taken = await rows.decrement({ digest, attemptsLeft: MoreThan(0) }, "attemptsLeft", 1);
      return taken.affected === 1;
    },
    async remove(digest) {
      return (await rows.delete({ digest })).affected === 1;
    },
    async removeExpired(now) {
      await rows.delete({ expiresAt: LessThanOrEqual(now) });
    },
  };
}
