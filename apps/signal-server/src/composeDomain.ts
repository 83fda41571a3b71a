import { CallDesk, type CallRoutes } from "./domain/calls/callDesk";
import { DeviceWatch } from "./domain/calls/deviceWatch";
import { ContactBook } from "./domain/contacts/contactBook";
import type { Clock, Connections, Hasher, Ids, Limits, Log, Notifier, Scheduler } from "./domain/ports";
import { PresenceBoard } from "./domain/presence/presenceBoard";
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
}

/** Introduces the rules to one another. */
export function composeDomain(ports: DomainPorts) {
  const { users, sessions: storedSessions, contacts, calls } = ports.repositories;
  const accounts = new Accounts({ ...ports, users });
  const sessions = new Sessions({ ...ports, sessions: storedSessions });
  const presence = new PresenceBoard({
    ...ports,
    usersInCall: (userIds) => calls.usersInCall(userIds),
    acceptedContactsOf: (userId) => contacts.acceptedOf(userId),
  });
  const book = new ContactBook({ ...ports, contacts, users, presence });
  const areContacts = (userId: string, otherId: string) => contacts.areAccepted(userId, otherId);
  const desk = new CallDesk({ ...ports, calls, presence, areContacts });
  const watch = new DeviceWatch({ ...ports, desk, calls });
  return { accounts, sessions, presence, book, desk, watch, users };
}

export type Domain = ReturnType<typeof composeDomain>;
