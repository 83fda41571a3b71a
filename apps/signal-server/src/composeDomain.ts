import type { DirectoryRule } from "@sightline/protocol";
import { CallDesk } from "./domain/calls/callDesk";
import type { CallRoutes } from "./domain/calls/callTeller";
import { DeviceWatch } from "./domain/calls/deviceWatch";
import { WaitingCalls } from "./domain/calls/waitingCalls";
import { BlockList } from "./domain/contacts/blockList";
import { createCallRule } from "./domain/contacts/callRule";
import { ContactBook } from "./domain/contacts/contactBook";
import { createWatchers } from "./domain/contacts/watchers";
import type {
  Clock,
  Connections,
  Hasher,
  Ids,
  Limits,
  Log,
  Mailer,
  Notifier,
  OneTimeCodes,
  PictureMaker,
  Scheduler,
  SecretBox,
} from "./domain/ports";
import { PresenceBoard } from "./domain/presence/presenceBoard";
import { GuestDesk } from "./domain/rooms/guestDesk";
import { RoomCalls } from "./domain/rooms/roomCalls";
import { RoomDesk } from "./domain/rooms/roomDesk";
import { SecurityJournal } from "./domain/security/securityJournal";
import { Sessions } from "./domain/sessions/sessions";
import type { Timing } from "./domain/timing";
import { PreferenceBook } from "./domain/users/preferences";
import { Reauthentication } from "./domain/twoFactor/reauthentication";
import { SecondStep } from "./domain/twoFactor/secondStep";
import { TwoFactor } from "./domain/twoFactor/twoFactor";
import { MailedProofs } from "./domain/proofs/mailedProofs";
import { Accounts } from "./domain/users/accounts";
import { Farewell } from "./domain/users/farewell";
import { EmailChange } from "./domain/users/emailChange";
import { PasswordChange } from "./domain/users/passwordChange";
import { SignUpConfirmation } from "./domain/users/signUpConfirmation";
import { PasswordReset } from "./domain/users/passwordReset";
import { Invitations } from "./domain/users/invitations";
import { PeopleSearch } from "./domain/users/peopleSearch";
import { Profile } from "./domain/users/profile";
import { PasswordRule } from "./domain/users/passwordRule";
import type { SignUpRules } from "./domain/users/signUpPolicy";
import type { User } from "./domain/users/user";
import type { createRepositories } from "./persistence/createRepositories";

export interface DomainPorts {
  readonly repositories: ReturnType<typeof createRepositories>;
  readonly notifier: Notifier;
  readonly connections: Connections;
  readonly routes: CallRoutes;
  readonly hasher: Hasher;
  readonly codes: OneTimeCodes;
  readonly box: SecretBox;
  readonly mailer: Mailer;
  readonly pictureMaker: PictureMaker;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly scheduler: Scheduler;
  readonly timing: Timing;
  readonly log: Log;
  readonly guestsAllowed: boolean;
  readonly confirmationRequired: boolean;
  readonly passwordMinLength: number;
  readonly strangerCalls: boolean;
  /** Whom a search finds. */
  readonly directory: DirectoryRule;
  readonly signUp: SignUpRules;
  readonly oneOfMany: boolean;
}

/** Introduces the rules to one another. */
export function composeDomain(ports: DomainPorts) {
  const {
    users,
    sessions: storedSessions,
    contacts,
    calls,
    rooms: storedRooms,
    blocks,
    directory,
  } = ports.repositories;
  const security = new SecurityJournal({ ...ports, activities: ports.repositories.activities });
  const passwords = new PasswordRule(ports);
  const { invitations: storedInvitations } = ports.repositories;
  const invitations = new Invitations({ ...ports, invitations: storedInvitations });
  const announceContact = (user: User, inviterId: string) => book.announceInvited(user, inviterId);
  const entrance = { passwords, invitations: storedInvitations, announceContact };
  const accounts = new Accounts({ ...ports, ...entrance, users, security });
  const { twoFactors, tickets } = ports.repositories;
  const twoFactor = new TwoFactor({ ...ports, twoFactors, security });
  const secondStep = new SecondStep({ ...ports, tickets, users, twoFactor, security });
  const reauthentication = new Reauthentication({ accounts, twoFactor, secondStep });
  const sessions = new Sessions({ ...ports, sessions: storedSessions, security });
  const proofs = new MailedProofs({ ...ports, proofs: ports.repositories.proofs });
  const changing = { users, reauthentication, proofs, security };
  const emailChange = new EmailChange({ ...ports, ...changing });
  const passwordChange = new PasswordChange({ ...ports, ...changing, passwords, sessions });
  const signUps = new SignUpConfirmation({ ...ports, users, accounts, proofs, security });
  const passwordReset = new PasswordReset({ ...ports, users, accounts, proofs, passwords, sessions, security });
  const { preferences: storedPreferences } = ports.repositories;
  const presence = new PresenceBoard({
    ...ports,
    quietAmong: (userIds) => storedPreferences.quietAmong(userIds, ports.clock.now()),
    devicesInCall: (userIds) => calls.devicesInCall(userIds),
    watchersOf: createWatchers({ contacts, blocks }),
  });
  const book = new ContactBook({ ...ports, contacts, blocks, users, directory, presence });
  const blockList = new BlockList({ ...ports, contacts, blocks, users, book, presence });
  const preferences = new PreferenceBook({ ...ports, preferences: storedPreferences, presence });
  const standing = createCallRule({ ...ports, contacts, blocks, preferences: storedPreferences });
  const isInRoom = async (userId: string) => (await storedRooms.seatOf(userId)) !== null;
  const waiting = new WaitingCalls({ ...ports, calls: ports.repositories.waiting, users });
  const desk = new CallDesk({ ...ports, calls, presence, standing, isInRoom, waiting });
  const roomCalls = new RoomCalls({ ...ports, rooms: storedRooms, calls, desk, users, presence });
  const rooms = new RoomDesk({ ...ports, rooms: storedRooms, roomCalls, calls, users });
  const guests = new GuestDesk({ ...ports, rooms: storedRooms, users });
  const watch = new DeviceWatch({ ...ports, desk, rooms, calls });
  const resuming = { calls, routes: ports.routes };
  const proof = { accounts, passwords, invitations, twoFactor, secondStep, reauthentication, sessions, security };
  const parting = { reauthentication, book, blockList, preferences, desk, rooms, sessions, security };
  const farewell = new Farewell({ ...ports, ...ports.repositories, ...parting });
  const mailed = { proofs, passwordReset, signUps, passwordChange, emailChange };
  const { pictures } = ports.repositories;
  const profile = new Profile({ ...ports, users, contacts, book, pictures });
  const search = new PeopleSearch({ ...ports, directory, rule: ports.directory });
  const people = { users, pictures, profile, farewell, book, blockList, preferences, search };
  return { ...proof, ...mailed, presence, ...people, desk, resuming, rooms, guests, watch };
}

export type Domain = ReturnType<typeof composeDomain>;
