import type { DataSource, EntityManager } from "typeorm";
import type { WaitingRepository } from "../../domain/calls/callRepository";
import { callEntity } from "../entities/callEntity";
import { callSeatEntity } from "../entities/callSeatEntity";
import { insertCall, SeatTaken, takeSeats } from "./callRepository";
import { toRinging, toRow } from "./callRows";

/** Holds the seat, so that the call it belongs to cannot end before the one that waits beside it is stored. */
const HOLD_SEAT = "SELECT 1 FROM call_seats WHERE user_id = $1 AND call_id = $2 FOR SHARE";

const waitingOf = (calleeId: string) => ({ calleeId, state: "ringing", waiting: true });

export function createWaitingRepository(dataSource: DataSource): WaitingRepository {
  return {
    async startWaiting(session, offer, besideId) {
      try {
        return await dataSource.transaction(async (manager) => {
          const held: unknown[] = await manager.query(HOLD_SEAT, [session.calleeId, besideId]);
          if (held.length === 0) return "seatTaken";
          if (!(await insertCall(manager, { ...toRow(session), offer }))) {
            // Either the id was used before, or somebody else waits already.
            return (await manager.existsBy(callEntity, { id: session.id })) ? "known" : "full";
          }
          await takeSeats(manager, [session.caller.userId], session.id);
          return "started";
        });
      } catch (error) {
        if (error instanceof SeatTaken) return "seatTaken";
        throw error;
      }
    },
    async waitingFor(calleeId) {
      const row = await dataSource.manager.findOneBy(callEntity, waitingOf(calleeId));
      return row && toRinging(row);
    },
    seatWaiting: (calleeId) => dataSource.transaction((manager) => seatWaiting(manager, calleeId)),
  };
}

async function seatWaiting(manager: EntityManager, calleeId: string) {
  const row = await manager.findOne(callEntity, {
    where: waitingOf(calleeId),
    lock: { mode: "pessimistic_write" },
  });
  if (!row) return null;
  const seated = await manager
    .createQueryBuilder()
    .insert()
    .into(callSeatEntity)
    .values({ userId: calleeId, callId: row.id })
    .orIgnore()
    .returning("user_id")
    .execute();
  if ((seated.raw as unknown[]).length === 0) return null;
  const changes = { waiting: false, version: row.version + 1 };
  await manager.update(callEntity, { id: row.id }, changes);
  return toRinging({ ...row, ...changes });
}
