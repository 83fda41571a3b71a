import type { Description } from "@sightline/protocol";
import { type DataSource, type EntityManager, LessThan } from "typeorm";
import type { CallRepository } from "../../domain/calls/callRepository";
import type { CallSession } from "../../domain/calls/callSession";
import { callEntity } from "../entities/callEntity";
import { callSeatEntity } from "../entities/callSeatEntity";
import { createCallQueries } from "./callQueries";
import { toRow } from "./callRows";

/** Rolls the transaction of a call back that found a seat taken. */
export class SeatTaken extends Error {}

/** What honest callers send while it rings stays far below; more is relayed but not kept. */
const MAX_EARLY_CANDIDATES = 200;

const KEEP_CANDIDATES = `
  UPDATE calls SET candidates = CASE WHEN jsonb_array_length(candidates) < ${MAX_EARLY_CANDIDATES}
    THEN candidates || $2::jsonb ELSE candidates END
  WHERE id = $1 AND state = 'ringing' RETURNING id`;
const KEEP_OFFER = "UPDATE calls SET offer = $2::jsonb WHERE id = $1 AND state = 'ringing' RETURNING id";

/** False when there is a call with this id, or one that waits for the same person already. */
export async function insertCall(
  manager: EntityManager,
  row: Parameters<EntityManager["insert"]>[1],
): Promise<boolean> {
  const made = await manager
    .createQueryBuilder()
    .insert()
    .into(callEntity)
    .values(row)
    .orIgnore()
    .returning("id")
    .execute();
  return (made.raw as unknown[]).length === 1;
}

export async function takeSeats(manager: EntityManager, people: readonly string[], callId: string): Promise<void> {
  // Sorted, so that two calls between the same people lock in the same order and never wait for each other in a ring.
  const users = people.toSorted();
  const taken = await manager
    .createQueryBuilder()
    .insert()
    .into(callSeatEntity)
    .values(users.map((userId) => ({ userId, callId })))
    .orIgnore()
    .returning("user_id")
    .execute();
  if ((taken.raw as unknown[]).length !== users.length) throw new SeatTaken();
}

async function saveCall(manager: EntityManager, session: CallSession): Promise<boolean> {
  const { id, version, ...changes } = toRow(session);
  const wiped = session.state === "ringing" ? {} : { offer: null, candidates: [] };
  const result = await manager.update(callEntity, { id, version }, { ...changes, ...wiped, version: version + 1 });
  if (result.affected !== 1) return false;
  if (session.state === "ended") await manager.delete(callSeatEntity, { callId: id });
  return true;
}

export function createCallRepository(dataSource: DataSource): CallRepository {
  const start = async (session: CallSession, offer: Description | null) => {
    try {
      return await dataSource.transaction(async (manager) => {
        if (!(await insertCall(manager, { ...toRow(session), offer }))) return "known";
        await takeSeats(manager, [session.caller.userId, session.calleeId], session.id);
        return "started";
      });
    } catch (error) {
      if (error instanceof SeatTaken) return "seatTaken";
      throw error;
    }
  };
  return {
    ...createCallQueries(dataSource),
    start,
    startAnswered: async (session) => (await start(session, null)) === "started",
    addEnded: (session) => insertCall(dataSource.manager, toRow(session)),
    save: (session) => dataSource.transaction((manager) => saveCall(manager, session)),
    async forgetBefore(at) {
      await dataSource.manager.delete(callEntity, { state: "ended", endedAt: LessThan(at) });
    },
    async keepEarly(id, signal) {
      const isOffer = signal.type === "description";
      const kept = JSON.stringify(isOffer ? signal.description : signal.candidates);
      const [changed]: [unknown[], number] = await dataSource.query(isOffer ? KEEP_OFFER : KEEP_CANDIDATES, [id, kept]);
      return changed.length === 1;
    },
  };
}
