import type { CallRepository } from "../calls/callRepository";
import type { CallDesk } from "../calls/callDesk";
import type { CallRoutes } from "../calls/callTeller";
import type { CallSession } from "../calls/callSession";
import type { Clock, Ids, Log, Notifier, Party } from "../ports";
import type { PresenceBoard } from "../presence/presenceBoard";
import { summaryOf, type UserRepository } from "../users/user";
import type { Room } from "./room";
import type { RoomRepository } from "./roomRepository";

export interface RoomCallPorts {
  readonly rooms: Pick<RoomRepository, "find" | "seatsOf" | "bindCall">;
  readonly calls: Pick<CallRepository, "startAnswered" | "liveOf">;
  readonly desk: Pick<CallDesk, "hangUp">;
  readonly users: Pick<UserRepository, "findAll">;
  readonly presence: PresenceBoard;
  readonly routes: CallRoutes;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Log;
}

/** Makes the call between the two in a room: an ordinary one, which both have answered by entering. */
export class RoomCalls {
  constructor(private readonly ports: RoomCallPorts) {}

  /** Connects who is inside with `comer`, who was seated last and makes the offer. Nothing while somebody is missing. */
  async connect(roomId: string, comer: Party): Promise<void> {
    const { rooms, calls, ids, clock, log } = this.ports;
    const [room, seats] = await Promise.all([rooms.find(roomId), rooms.seatsOf(roomId)]);
    const here = seats.some(({ userId, deviceId }) => userId === comer.userId && deviceId === comer.deviceId);
    const other = seats.find(({ userId }) => userId !== comer.userId);
    if (!room || !here || !other) return;
    const session = answered(ids.uuid(), comer, other, clock.now());
    // Two who come at once both find the other: the seats of the call let one of the two calls stand.
    if (!(await calls.startAnswered(session))) return;
    if (!(await rooms.bindCall(roomId, room.callId, session.id))) return this.end(session);
    this.open(session, other);
    await this.tell(roomId, session, comer, other);
    log.info("two met in a room", { call: session.id });
  }

  /** Ends the call of this room in which `party` is, for a reason the other side is told. */
  async part(room: Room, party: Party, reason: "hungUp" | "lost"): Promise<void> {
    const live = await this.ports.calls.liveOf(party.userId);
    if (live && live.id === room.callId) await this.ports.desk.hangUp(partyIn(live, party), live.id, reason);
  }

  private async end(session: CallSession): Promise<void> {
    await this.ports.desk.hangUp(session.caller, session.id, "lost");
  }

  private open(session: CallSession, callee: Party): void {
    const { routes, presence, log } = this.ports;
    routes.open(session.id, session.caller, callee);
    for (const user of [session.caller.userId, callee.userId]) {
      presence.refresh(user).catch((fault: unknown) => log.error("presence not updated", { user, fault }));
    }
  }

  private async tell(roomId: string, { id: callId }: CallSession, caller: Party, callee: Party): Promise<void> {
    const { users, notifier } = this.ports;
    const people = await users.findAll([caller.userId, callee.userId]);
    const [theCaller, theCallee] = [people.get(caller.userId), people.get(callee.userId)];
    if (!theCaller || !theCallee) return;
    // Who answers is told first: the offer must not find them unprepared.
    notifier.toDevice(callee, "room:met", { roomId, callId, peer: summaryOf(theCaller), role: "callee" });
    notifier.toDevice(caller, "room:met", { roomId, callId, peer: summaryOf(theCallee), role: "caller" });
  }
}

function answered(id: string, caller: Party, callee: Party, now: Date): CallSession {
  return {
    id,
    caller: { userId: caller.userId, deviceId: caller.deviceId },
    calleeId: callee.userId,
    calleeDevice: callee.deviceId,
    warmDevice: callee.deviceId,
    kind: "video",
    state: "active",
    reason: null,
    startedAt: now,
    answeredAt: now,
    endedAt: null,
    ringDeadline: now,
    waiting: false,
    version: 1,
  };
}

/** The device with which this person takes part: a newer one of theirs may speak for it. */
function partyIn({ caller, calleeId, calleeDevice }: CallSession, { userId }: Party): Party {
  return userId === caller.userId ? caller : { userId: calleeId, deviceId: calleeDevice ?? "" };
}
