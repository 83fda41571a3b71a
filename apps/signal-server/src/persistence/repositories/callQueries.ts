import { type DataSource, LessThanOrEqual } from "typeorm";
import type { CallRepository } from "../../domain/calls/callRepository";
import { callEntity } from "../entities/callEntity";
import { callSeatEntity } from "../entities/callSeatEntity";
import { toRinging, toSession } from "./callRows";

type CallQueries = Pick<
  CallRepository,
  "find" | "liveOf" | "ringingFor" | "overdue" | "allLive" | "devicesInCall" | "history"
>;

/** Rings ended per sweep; what is left over is ended by the next one. */
const SWEEP_LENGTH = 100;

const IN_CALL = `
  SELECT s.user_id, CASE WHEN c.caller_id = s.user_id THEN c.caller_device ELSE c.callee_device END AS device
  FROM call_seats s JOIN calls c ON c.id = s.call_id
  WHERE c.state = 'active' AND s.user_id = ANY($1)`;

/** All that only reads calls. */
export function createCallQueries(dataSource: DataSource): CallQueries {
  const rows = dataSource.getRepository(callEntity);
  const seats = dataSource.getRepository(callSeatEntity);
  return {
    async find(id) {
      const row = await rows.findOneBy({ id });
      return row && toSession(row);
    },
    async liveOf(userId) {
      const seat = await seats.findOne({ where: { userId }, relations: { call: true } });
      return seat?.call ? toSession(seat.call) : null;
    },
    async ringingFor(calleeId) {
      const row = await rows.findOneBy({ calleeId, state: "ringing", waiting: false });
      return row && toRinging(row);
    },
    async overdue(now) {
      const where = { state: "ringing", ringDeadline: LessThanOrEqual(now) };
      return (await rows.find({ where, take: SWEEP_LENGTH })).map(toSession);
    },
    async allLive() {
      const taken = await seats.find({ relations: { call: true } });
      const live = new Map(taken.flatMap(({ call }) => (call ? [[call.id, toSession(call)]] : [])));
      return [...live.values()];
    },
    async devicesInCall(userIds) {
      const found: { user_id: string; device: string }[] = await dataSource.query(IN_CALL, [[...userIds]]);
      return new Map(found.map((row) => [row.user_id, row.device]));
    },
    async history(userId, limit) {
      const ended = { state: "ended" };
      const where = [
        { callerId: userId, ...ended },
        { calleeId: userId, ...ended },
      ];
      return (
        await rows.find({ where, order: { startedAt: "DESC", id: "ASC" }, ...(limit !== null && { take: limit }) })
      ).map(toSession);
    },
  };
}
