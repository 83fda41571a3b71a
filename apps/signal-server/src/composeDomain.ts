import { CallDesk, type CallRoutes } from "./domain/calls/callDesk";
import { DeviceWatch } from "./domain/calls/deviceWatch";
import { WaitingCalls } from "./domain/calls/waitingCalls";
import { ContactBook } from "./domain/contacts/contactBook";
import type { Clock, Connections, Hasher, Ids, Limits, Log, Notifier, Scheduler } from "./domain/ports";
import { PresenceBoard } from "./domain/presence/presenceBoard";
import { GuestDesk } from "./domain/rooms/guestDesk";
import { RoomCalls } from "./domain/rooms/roomCalls";
import { RoomDesk } from "./domain/rooms/roomDesk";
import { Sessions } from "./domain/sessions/sessions";
import type { Timing } from "./domain/timing";
import { Accounts } from "./domain/users/accounts";
import type { createRepositories } from "./persistence/createRepositories";

export interface DomainPorts {
  readonly repositories: ReturnType<typeof createRepositories>;
  readonly notifier: Notifier;
  readonly connections: Connections;
  readonly routes: CallRoutes;
  readonly hasher: Hasher;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
  readonly log: Log;
  readonly guestsAllowed: boolean;
}

/** Introduces the rules to one another. */
export function composeDomain(ports: DomainPorts) {
  const { users, sessions: storedSessions, contacts, calls, rooms: storedRooms } = ports.repositories;
  const accounts = new Accounts({ ...ports, users });
  const sessions = new Sessions({ ...ports, sessions: storedSessions });
  const presence = new PresenceBoard({
    ...ports,
    usersInCall: (userIds) => calls.usersInCall(userIds),
    acceptedContactsOf: (userId) => contacts.acceptedOf(userId),
  });
  const book = new ContactBook({ ...ports, contacts, users, presence });
  const areContacts = (userId: string, otherId: string) => contacts.areAccepted(userId, otherId);
  const isInRoom = async (userId: string) => (await storedRooms.seatOf(userId)) !== null;
  const waiting = new WaitingCalls({ ...ports, calls: ports.repositories.waiting, users });
  const desk = new CallDesk({ ...ports, calls, presence, areContacts, isInRoom, waiting });
  const roomCalls = new RoomCalls({ ...ports, rooms: storedRooms, calls, desk, users, presence });
  const rooms = new RoomDesk({ ...ports, rooms: storedRooms, roomCalls, calls, users });
  const guests = new GuestDesk({ ...ports, rooms: storedRooms, users });
  const watch = new DeviceWatch({ ...ports, desk, rooms, calls });
  return { accounts, sessions, presence, book, desk, rooms, guests, watch, users };
}

export type Domain = ReturnType<typeof composeDomain>;
